/// Tests of what its namesake in the program promises.
@NullMarked
package semblance.app.window.wording;

import org.jspecify.annotations.NullMarked;
