/// Tests of what its namesake in the program promises.
@NullMarked
package semblance.app.window.picture;

import org.jspecify.annotations.NullMarked;
