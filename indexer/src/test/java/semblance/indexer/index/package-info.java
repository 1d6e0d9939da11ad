/// The vector index and its view of the catalog, with the real Lucene.
@NullMarked
package semblance.indexer.index;

import org.jspecify.annotations.NullMarked;
