package semblance.indexer.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.decode.VideoFrame;
import semblance.indexer.decode.VideoFrames;
import semblance.indexer.decode.VideoHeader;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.encode.EncodedImage;
import semblance.indexer.encode.VideoEmbedding;
import semblance.indexer.metadata.MetadataReader;
import semblance.indexer.metadata.PhotoMetadata;
import semblance.indexer.pipeline.PhotoReader.Reading;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.model.Embedding;
import semblance.model.ImagePreprocessing;

/// From a video to the embeddings of its frames and of the whole. One frame is in memory at a time, and what the encoder
/// is given waits in its queue, however long the video is. Used by all decode threads at once.
final class VideoStation {
    private static final Logger LOG = LoggerFactory.getLogger(VideoStation.class);
    private static final int BYTES_OF_A_PIXEL = 9; // from the worker, upright, and preprocessed

    private final PhotoDecoder decoder;
    private final MetadataReader metadata;
    private final ImagePreprocessing preprocessing;
    private final ThumbnailStore thumbnails;
    private final ByteBudget pixels;
    private final StageObserver observer;
    private final Consumer<ToEncode> encode;
    private final BooleanSupplier giveUp;

    /// A frame that the encoder has.
    private record Sent(long atMs, CompletableFuture<EncodedImage> result) {
    }

    /// @param giveUp whether to stop in the middle of a video, to begin anew another time
    VideoStation(PhotoDecoder decoder, MetadataReader metadata, ImagePreprocessing preprocessing,
            ThumbnailStore thumbnails, ByteBudget pixels,
            StageObserver observer, Consumer<ToEncode> encode, BooleanSupplier giveUp) {
        this.decoder = decoder;
        this.metadata = metadata;
        this.preprocessing = preprocessing;
        this.thumbnails = thumbnails;
        this.pixels = pixels;
        this.observer = observer;
        this.encode = encode;
        this.giveUp = giveUp;
    }

    /// Decodes and encodes a video.
    ///
    /// @return how it ended; nothing if it was given up
    /// @throws DecodeException if it cannot be decoded
    /// @throws IOException     if the file cannot be looked at any more
    Optional<FileOutcome> outcome(PendingFile file, Reading.Video video, Fingerprint fingerprint)
            throws DecodeException, IOException {
        List<Sent> sent = new ArrayList<>();
        VideoHeader header;
        List<EncodedImage> results;
        AtomicBoolean given = new AtomicBoolean();
        BooleanSupplier stop = () -> {
            if (giveUp.getAsBoolean()) {
                given.set(true);
            }
            return given.get();
        };
        try {
            header = send(video, fingerprint, sent, stop);
            results = sent.stream().map(frame -> frame.result().join()).toList();
        } catch (CancellationException | CompletionException e) {
            if (stop.getAsBoolean()) { // the pause for which it was given up may be over by now
                LOG.debug("given up: {}", file.path());
                return Optional.empty();
            }
            throw e;
        }
        PhotoMetadata said = metadata(file.path());
        return Optional.of(video.isUnchanged()
                ? outcome(file, video, fingerprint, header, said, sent, results)
                : FileFailures.changing(file, video.stat()));
    }

    /// What a video says about itself.
    ///
    /// @throws IOException if it cannot be read
    PhotoMetadata metadata(Path file) throws IOException {
        try (var _ = observer.enter(Stage.METADATA); InputStream in = Files.newInputStream(file)) {
            return metadata.readVideo(in);
        }
    }

    private VideoHeader send(Reading.Video video, Fingerprint fingerprint, List<Sent> sent, BooleanSupplier stop)
            throws DecodeException {
        int shortest = 2 * preprocessing.size();
        VideoOrder order = VideoOrder.all(video.file(), shortest, ThumbnailStore.LONGEST_EDGE);
        try (VideoFrames frames = decoder.video(order, stop)) {
            Cover cover = new Cover(frames.header());
            for (Optional<VideoFrame> next = next(frames); next.isPresent(); next = next(frames)) {
                VideoFrame frame = next.get();
                long bytes = (long) BYTES_OF_A_PIXEL * frame.image().width() * frame.image().height();
                try (var _ = pixels.take(bytes)) {
                    send(frame, sent);
                    cover.offer(frame, fingerprint);
                }
            }
            cover.write(fingerprint);
            return frames.header();
        }
    }

    private Optional<VideoFrame> next(VideoFrames frames) throws DecodeException {
        try (var _ = observer.enter(Stage.DECODE)) {
            return frames.next();
        }
    }

    private void send(VideoFrame frame, List<Sent> sent) {
        CompletableFuture<EncodedImage> result = new CompletableFuture<>();
        ToEncode crop;
        try (var _ = observer.enter(Stage.PREPROCESS)) {
            crop = new ToEncode(preprocessing.crop(frame.image()), result::complete, () -> result.cancel(false));
        }
        encode.accept(crop);
        sent.add(new Sent(frame.atMs(), result));
    }

    private static FileOutcome outcome(PendingFile file, Reading.Video video, Fingerprint fingerprint,
            VideoHeader header, PhotoMetadata said, List<Sent> sent, List<EncodedImage> results) {
        List<VideoEmbedding.Frame> frames = new ArrayList<>();
        String failure = "";
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case EncodedImage.Succeeded(Embedding embedding) ->
                    frames.add(new VideoEmbedding.Frame(sent.get(i).atMs(), embedding));
                case EncodedImage.Failed(String message) -> failure = message;
            }
        }
        if (frames.isEmpty()) {
            return new FileOutcome.Failed(file, video.stat(), PhotoFormat.VIDEO.stored(), Failure.Kind.NOT_ENCODED,
                    failure, false);
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(0, 0, VideoEmbedding.mean(frames).toArray()));
        frames.forEach(frame -> parts.add(new Part(parts.size(), frame.atMs(), frame.embedding().toArray())));
        return new FileOutcome.Encoded(file, video.stat(), fingerprint,
                PhotoFormat.VIDEO.stored(), header.width(), header.height(), true, said, parts,
                Optional.of(header));
    }

    /// The frame that stands for the video in the grid: the first one after the beginning, which is a title often.
    private final class Cover {
        private static final int BEGINNING = 10;

        private final long after;
        private Optional<VideoFrame> first = Optional.empty();
        private boolean written;

        Cover(VideoHeader header) {
            this.after = header.duration().map(duration -> duration.toMillis() / BEGINNING).orElse(0L);
        }

        void offer(VideoFrame frame, Fingerprint fingerprint) {
            if (!written && frame.atMs() >= after) {
                write(frame, fingerprint);
            } else if (first.isEmpty()) {
                first = Optional.of(frame);
            }
        }

        void write(Fingerprint fingerprint) {
            if (!written) {
                first.ifPresent(frame -> write(frame, fingerprint));
            }
        }

        private void write(VideoFrame frame, Fingerprint fingerprint) {
            written = true;
            try (var _ = observer.enter(Stage.THUMBNAIL)) {
                thumbnails.write(fingerprint.hex(), frame.image());
            } catch (IOException e) {
                LOG.debug("no thumbnail for a video", e); // it is made when it is wanted
            }
        }
    }
}
