package semblance.indexer.encode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeException.Reason;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.decode.VideoFrame;
import semblance.indexer.decode.VideoFrames;
import semblance.indexer.decode.VideoOrder;
import semblance.model.Embedding;
import semblance.model.ImageCrop;

/// Maps whole videos that the library does not hold into the embedding space. Thread-safe.
public final class VideoEncoder {
    private static final int BATCH = 8;

    private final EncoderHost encoders;
    private final PhotoDecoder decoder;

    public VideoEncoder(EncoderHost encoders, PhotoDecoder decoder) {
        this.encoders = encoders;
        this.decoder = decoder;
    }

    /// The embedding of a whole video, as the library would store it.
    ///
    /// @param video absolute
    /// @throws DecodeException                    if there is no video in the file that this version reads, or no frame has
    ///                                            an embedding
    /// @throws semblance.model.ModelLoadException if the image tower cannot be loaded
    public Embedding encode(Path video) throws DecodeException {
        int shortest = 2 * encoders.preprocessing().size();
        List<VideoEmbedding.Frame> done = new ArrayList<>();
        try (VideoFrames frames = decoder.video(VideoOrder.all(video, shortest, shortest), () -> false)) {
            List<Crop> batch = new ArrayList<>();
            for (Optional<VideoFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
                batch.add(new Crop(next.get().atMs(), encoders.crop(next.get().image())));
                if (batch.size() == BATCH) {
                    encode(batch, done);
                    batch.clear();
                }
            }
            encode(batch, done);
        }
        if (done.isEmpty()) {
            throw new DecodeException(Reason.DAMAGED, "No usable embedding can be made of it.");
        }
        return VideoEmbedding.mean(done);
    }

    /// A frame, cut.
    private record Crop(long atMs, ImageCrop crop) {
    }

    private void encode(List<Crop> batch, List<VideoEmbedding.Frame> done) {
        if (batch.isEmpty()) {
            return;
        }
        List<EncodedImage> results = encoders.encodeImages(batch.stream().map(Crop::crop).toList());
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) instanceof EncodedImage.Succeeded(Embedding embedding)) {
                done.add(new VideoEmbedding.Frame(batch.get(i).atMs(), embedding));
            }
        }
    }
}
