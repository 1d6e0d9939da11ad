package semblance.indexer.decode;

import semblance.model.RgbImage;

/// Decodes pictures whose decoders may hang or crash. Thread-safe.
@FunctionalInterface
public interface SizedDecoder {
    /// Decodes a picture as stored, before it is turned upright, and reduces it to a size.
    ///
    /// @param content the whole file
    /// @param header  as read from the file
    /// @param scale   by which width and height are divided, rounded up
    /// @throws DecodeException                          if the picture cannot be had
    /// @throws java.util.concurrent.CancellationException if the program ends meanwhile
    RgbImage decode(byte[] content, PhotoHeader header, int scale) throws DecodeException;
}
