/// Decoders that can hang or crash run in a process of their own, which is stopped when they do.
@NullMarked
package semblance.indexer.decode.worker;

import org.jspecify.annotations.NullMarked;
