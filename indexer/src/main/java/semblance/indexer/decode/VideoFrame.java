package semblance.indexer.decode;

import semblance.model.RgbImage;

/// A frame of a video.
///
/// @param atMs  since the video's first frame, in milliseconds
/// @param image upright, as shown, reduced
public record VideoFrame(long atMs, RgbImage image) {
}
