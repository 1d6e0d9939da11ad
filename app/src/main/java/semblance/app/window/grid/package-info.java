/// The grid of photos: rows of tiles that are reused, however many photos there are.
@NullMarked
package semblance.app.window.grid;

import org.jspecify.annotations.NullMarked;
