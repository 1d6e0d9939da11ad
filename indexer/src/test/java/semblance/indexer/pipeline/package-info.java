/// The stations of an indexing run, one by one.
@NullMarked
package semblance.indexer.pipeline;

import org.jspecify.annotations.NullMarked;
