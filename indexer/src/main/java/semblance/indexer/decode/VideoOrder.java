package semblance.indexer.decode;

import java.nio.file.Path;
import java.util.OptionalLong;

/// Which frames are wanted of a video.
///
/// @param file     absolute
/// @param shortest pixels that the shorter side of a frame has at least, if the video has them
/// @param longest  pixels that the longer side of a frame has at least, if the video has them
/// @param atMs     the one frame wanted; if empty, frames spread over the video
public record VideoOrder(Path file, int shortest, int longest, OptionalLong atMs) {
    /// Frames spread over a video.
    public static VideoOrder all(Path file, int shortest, int longest) {
        return new VideoOrder(file, shortest, longest, OptionalLong.empty());
    }
}
