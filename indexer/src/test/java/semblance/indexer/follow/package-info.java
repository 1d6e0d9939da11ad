@NullMarked
package semblance.indexer.follow;

import org.jspecify.annotations.NullMarked;
