/// What tests of the window share: the toolkit on a screen in memory, drawn pictures, made-up drag and drop.
@NullMarked
package semblance.app.window.testing;

import org.jspecify.annotations.NullMarked;
