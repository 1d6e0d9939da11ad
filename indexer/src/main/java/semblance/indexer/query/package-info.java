/// The language of queries: what the user types, as a tree, and back. Knows nothing of a library.
@NullMarked
package semblance.indexer.query;

import org.jspecify.annotations.NullMarked;
