/// Search over a library.
@NullMarked
package semblance.indexer.search;

import org.jspecify.annotations.NullMarked;
