/// Nothing wrong here; others must not come here.
@NullMarked
package planted.semblance.indexer.named;

import org.jspecify.annotations.NullMarked;
