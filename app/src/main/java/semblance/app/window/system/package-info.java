/// The desktop around the window: its photo viewer and file manager.
@NullMarked
package semblance.app.window.system;

import org.jspecify.annotations.NullMarked;
