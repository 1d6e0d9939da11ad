package semblance.indexer.decode.worker;

import semblance.indexer.decode.VideoOrder;

/// What a worker may be told to do.
sealed interface Work {
    /// To decode a picture.
    record OfPicture(Order order) implements Work {
    }

    /// To decode frames of a video.
    record OfVideo(VideoOrder order) implements Work {
    }
}
