/// What is dragged into the window.
@NullMarked
package semblance.app.window.drop;

import org.jspecify.annotations.NullMarked;
