/// How the library is kept in step with its folders, as the window shows it.
@NullMarked
package semblance.app.window.indexing;

import org.jspecify.annotations.NullMarked;
