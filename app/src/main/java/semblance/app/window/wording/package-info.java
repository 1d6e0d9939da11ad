/// What the window says, in words.
@NullMarked
package semblance.app.window.wording;

import org.jspecify.annotations.NullMarked;
