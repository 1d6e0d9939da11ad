/// The window over a [semblance.indexer.PhotoLibrary]. Models know no controls; views hold no state of their own.
@NullMarked
package semblance.app.window;

import org.jspecify.annotations.NullMarked;
