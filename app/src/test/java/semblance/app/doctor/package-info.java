/// What is told of failures, and of the environment.
@NullMarked
package semblance.app.doctor;

import org.jspecify.annotations.NullMarked;
