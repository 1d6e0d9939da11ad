/// Photos that were taken on one occasion, found by the pauses between them.
@NullMarked
package semblance.indexer.occasion;

import org.jspecify.annotations.NullMarked;
