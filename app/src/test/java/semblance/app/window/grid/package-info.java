/// Tests of what its namesake in the program promises.
@NullMarked
package semblance.app.window.grid;

import org.jspecify.annotations.NullMarked;
