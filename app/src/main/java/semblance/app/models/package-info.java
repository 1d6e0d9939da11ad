/// The models that a library can use.
@NullMarked
package semblance.app.models;

import org.jspecify.annotations.NullMarked;
