/// From the bytes of a file to an upright picture and its thumbnail. Decoders get bytes, never paths.
@NullMarked
package semblance.indexer.decode;

import org.jspecify.annotations.NullMarked;
