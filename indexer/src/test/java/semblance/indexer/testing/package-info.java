/// Drawn photos and libraries in temporary directories.
@NullMarked
package semblance.indexer.testing;

import org.jspecify.annotations.NullMarked;
