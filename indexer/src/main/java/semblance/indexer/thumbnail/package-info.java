/// Small pictures for the grid, kept as files in the cache directory. Any of them may vanish and be made anew.
@NullMarked
package semblance.indexer.thumbnail;

import org.jspecify.annotations.NullMarked;
