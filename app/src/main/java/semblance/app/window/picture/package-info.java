/// Small pictures on their way to the screen.
@NullMarked
package semblance.app.window.picture;

import org.jspecify.annotations.NullMarked;
