/// Tags for pictures that are dropped in, without being in the library.
@NullMarked
package semblance.app.window.tag;

import org.jspecify.annotations.NullMarked;
