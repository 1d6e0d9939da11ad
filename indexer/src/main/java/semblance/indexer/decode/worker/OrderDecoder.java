package semblance.indexer.decode.worker;

import java.io.IOException;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.VideoReader;
import semblance.model.RgbImage;

/// What a worker does with orders. Called by one thread.
interface OrderDecoder {
    /// Decodes a picture.
    ///
    /// @return of exactly the size ordered
    RgbImage decode(Order order) throws DecodeException;

    /// Decodes frames of a video.
    ///
    /// @throws IOException of the sink's
    void video(VideoOrder order, VideoReader.Sink sink) throws IOException, DecodeException;
}
