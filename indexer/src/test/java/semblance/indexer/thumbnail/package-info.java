@NullMarked
package semblance.indexer.thumbnail;

import org.jspecify.annotations.NullMarked;
