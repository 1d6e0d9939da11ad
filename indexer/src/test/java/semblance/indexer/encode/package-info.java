@NullMarked
package semblance.indexer.encode;

import org.jspecify.annotations.NullMarked;
