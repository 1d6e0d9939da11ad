@NullMarked
package semblance.indexer.decode;

import org.jspecify.annotations.NullMarked;
