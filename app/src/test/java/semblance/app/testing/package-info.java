/// What tests of the program share: drawn photos, and the program run in this process or in one of its own.
@NullMarked
package semblance.app.testing;

import org.jspecify.annotations.NullMarked;
