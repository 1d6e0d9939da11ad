/// Asking the library: what is asked, the answer, and the box that it is typed into.
@NullMarked
package semblance.app.window.search;

import org.jspecify.annotations.NullMarked;
