@NullMarked
package semblance.indexer.metadata;

import org.jspecify.annotations.NullMarked;
