/// Tests of what its namesake in the program promises.
@NullMarked
package semblance.app.instance;

import org.jspecify.annotations.NullMarked;
