/// Tests of what its namesake in the program promises.
@NullMarked
package semblance.app.settings;

import org.jspecify.annotations.NullMarked;
