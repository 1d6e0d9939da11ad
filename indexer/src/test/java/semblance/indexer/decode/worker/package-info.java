/// Decoders in processes of their own.
@NullMarked
package semblance.indexer.decode.worker;

import org.jspecify.annotations.NullMarked;
