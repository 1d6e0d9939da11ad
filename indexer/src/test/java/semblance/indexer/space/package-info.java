@NullMarked
package semblance.indexer.space;

import org.jspecify.annotations.NullMarked;
