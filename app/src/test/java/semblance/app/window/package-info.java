/// The window on a screen in memory, used through the nodes it shows.
@NullMarked
package semblance.app.window;

import org.jspecify.annotations.NullMarked;
