/// Tests of what its namesake in the program promises.
@NullMarked
package semblance.app.window.drop;

import org.jspecify.annotations.NullMarked;
