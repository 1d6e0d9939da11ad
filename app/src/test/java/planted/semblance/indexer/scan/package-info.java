/// The other half of the cycle.
@NullMarked
package planted.semblance.indexer.scan;

import org.jspecify.annotations.NullMarked;
