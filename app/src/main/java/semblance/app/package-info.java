/// The command line and the window, two faces of one [semblance.indexer.PhotoLibrary].
@NullMarked
package semblance.app;

import org.jspecify.annotations.NullMarked;
