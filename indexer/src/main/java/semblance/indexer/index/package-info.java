/// The vector index: a Lucene view of the catalog's embeddings in one space. It can be thrown away at any time and comes
/// back from the catalog without encoding anything. The only package that knows Lucene.
@NullMarked
package semblance.indexer.index;

import org.jspecify.annotations.NullMarked;
