package semblance.indexer.decode;

import java.util.Optional;

/// Frames spread over a video, decoded one after another while they are taken. For one thread.
public interface VideoFrames extends AutoCloseable {
    VideoHeader header();

    /// The next frame, later than the one before it; those that show nothing, or the same as the one before, are left
    /// out, but at least one comes.
    ///
    /// @return empty after the last one
    /// @throws DecodeException                          if the rest cannot be had
    /// @throws java.util.concurrent.CancellationException if whoever asked for the video has given up, or the program ends
    Optional<VideoFrame> next() throws DecodeException;

    /// Lets go of the file. Needs no time, however many frames are left.
    @Override
    void close();
}
