package semblance.indexer.decode.worker;

import semblance.indexer.decode.DecodeException;
import semblance.model.RgbImage;

/// What a worker does with orders. Called by one thread.
@FunctionalInterface
interface OrderDecoder {
    /// Decodes a picture.
    ///
    /// @return of exactly the size ordered
    RgbImage decode(Order order) throws DecodeException;
}
