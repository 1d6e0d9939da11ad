/// Walks of real directories, and of some that refuse.
@NullMarked
package semblance.indexer.scan;

import org.jspecify.annotations.NullMarked;
