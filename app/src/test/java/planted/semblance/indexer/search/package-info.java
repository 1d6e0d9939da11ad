/// One half of a cycle.
@NullMarked
package planted.semblance.indexer.search;

import org.jspecify.annotations.NullMarked;
