/// Tests of what its namesake in the program promises.
@NullMarked
package semblance.app.concurrent;

import org.jspecify.annotations.NullMarked;
