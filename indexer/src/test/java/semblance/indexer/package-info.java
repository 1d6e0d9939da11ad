/// The library as a whole, with the real encoder, SQLite and Lucene.
@NullMarked
package semblance.indexer;

import org.jspecify.annotations.NullMarked;
