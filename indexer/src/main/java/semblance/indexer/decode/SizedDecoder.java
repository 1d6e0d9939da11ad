package semblance.indexer.decode;

import java.util.function.BooleanSupplier;

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

    /// Opens a video.
    ///
    /// @param giveUp asked before each frame
    /// @return to be closed by the caller
    /// @throws DecodeException                          if there is no video in the file that this version reads
    /// @throws java.util.concurrent.CancellationException if the program ends meanwhile
    default VideoFrames video(VideoOrder order, BooleanSupplier giveUp) throws DecodeException {
        throw Failures.unreadableFormat(PhotoFormat.VIDEO);
    }
}
