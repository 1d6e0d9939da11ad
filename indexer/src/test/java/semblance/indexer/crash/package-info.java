/// Files at which the process ends.
@NullMarked
package semblance.indexer.crash;

import org.jspecify.annotations.NullMarked;
