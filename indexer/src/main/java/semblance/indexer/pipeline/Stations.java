package semblance.indexer.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.concurrent.LibraryThreads;
import semblance.indexer.concurrent.Mailbox;
import semblance.indexer.decode.ContentSniffer;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.encode.EncodedImage;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.index.VectorView;
import semblance.indexer.metadata.MetadataReader;
import semblance.indexer.pipeline.DecodeStation.Decoded;
import semblance.indexer.pipeline.FileOutcome.SameContent;
import semblance.indexer.scan.Drives;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.model.EmbeddingSpace;

/// The stations of one run and the queues between them: decode threads hand crops to the encode thread, which hands
/// embeddings to the write thread. Bounded in files and in bytes; a full queue makes those before it wait.
final class Stations {
    /// A file that was to be read when the run was paused.
    private record Held(PendingFile file, boolean alone) {
    }

    /// Photos that wait for the encoder at most, and so the largest batch.
    private static final int CROPS = 32;
    private static final Duration LINGER = Duration.ofMillis(50);
    private static final int RECORDS = 256;
    private static final int MOST_FILES = 512;
    private static final Duration FOLLOW_EVERY = Duration.ofSeconds(1);
    private static final DecodeLimits LIMITS = DecodeLimits.DEFAULT;
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(10);

    private final LibraryThreads threads;
    private final EncoderHost encoders;
    private final VectorView view;
    private final RunState state;
    private final StageObserver observer;
    private final Recorder recorder;
    private final DecodeStation decoding;
    private final Mailbox<ToEncode> toEncode;
    private final Mailbox<FileOutcome> toRecord;
    private final InFlight inFlight = new InFlight(MOST_FILES);
    private final ByteBudget fileBytes;
    private final Queue<Held> held = new ConcurrentLinkedQueue<>();
    private final Queue<SameContent> waiting = new ConcurrentLinkedQueue<>();
    private volatile Evidence evidence = Evidence.WALKING;
    private long lastFollow = System.nanoTime();
    private long lastCommit = lastFollow;

    Stations(Catalog catalog, Drives drives, VectorView view, EncoderHost encoders, ThumbnailStore thumbnails,
            LibraryThreads threads, StageObserver observer, DecodeMarks marks, PhotoDecoder decoder,
            MetadataReader metadata,
            Recorder recorder,
            RunState state) {
        this.threads = threads;
        this.encoders = encoders;
        this.view = view;
        this.state = state;
        this.observer = observer;
        this.recorder = recorder;
        this.toEncode = new Mailbox<>(threads.encode(), CROPS, () -> encoders.batchSize().next(),
                LINGER, this::encode);
        this.toRecord = new Mailbox<>(threads.write(), RECORDS, () -> RECORDS, Duration.ZERO, this::record);
        long heap = Runtime.getRuntime().maxMemory();
        this.fileBytes = new ByteBudget(heap / 8);
        ByteBudget pixels = new ByteBudget(heap / 4);
        VideoStation videos = new VideoStation(decoder, metadata, encoders.preprocessing(), thumbnails, pixels,
                observer,
                toEncode::put, this::interrupts);
        this.decoding = new DecodeStation(
                new ContentsUnderWay(catalog, encoders.space(), new FormerPlaces(catalog, drives)),
                new PhotoReader(new ContentSniffer(), LIMITS.maxBytes()), decoder,
                metadata, encoders.preprocessing(), thumbnails, pixels, observer, marks, this::encode, videos,
                this::interrupts, toRecord::put);
    }

    EmbeddingSpace space() {
        return encoders.space();
    }

    LibraryThreads threads() {
        return threads;
    }

    StageObserver observer() {
        return observer;
    }

    /// Takes a file in; waits while too many files or bytes are under way.
    void process(PendingFile file, boolean alone) {
        state.reading();
        inFlight.enter();
        // Of a larger file only the head is read, or it is a video, which gives back what it took.
        ByteBudget.Loan loan = fileBytes.take(file.size() > LIMITS.maxBytes() ? 0 : file.size());
        threads.decode().execute(() -> {
            boolean handedOn = false;
            try (loan) {
                if (state.isPaused()) {
                    held.add(new Held(file, alone));
                } else if (!state.stopping()) {
                    handedOn = decoding.process(file, alone, loan);
                    if (!handedOn && !state.stopping()) {
                        held.add(new Held(file, alone)); // a video, in the middle of which the run was paused
                    }
                }
            } catch (RuntimeException | Error e) {
                state.breakOff(e);
            } finally {
                if (!handedOn) {
                    inFlight.leave();
                }
            }
        });
    }

    /// Whether a video is to be left in the middle.
    private boolean interrupts() {
        return state.stopping() || state.isPaused();
    }

    private void encode(Decoded decoded) {
        toEncode.put(new ToEncode(decoded.crop(), result -> toRecord.put(outcome(decoded, result)), inFlight::leave));
    }

    private void encode(List<ToEncode> batch) {
        List<EncodedImage> results = List.of();
        try {
            if (!state.stopping()) {
                results = results(batch);
            }
        } catch (RuntimeException | Error e) {
            state.breakOff(e);
        }
        for (int i = 0; i < batch.size(); i++) {
            if (results.isEmpty()) {
                batch.get(i).dropped().run();
            } else {
                batch.get(i).encoded().accept(results.get(i));
            }
        }
    }

    private List<EncodedImage> results(List<ToEncode> batch) {
        try (var _ = observer.enter(Stage.ENCODE)) {
            long start = System.nanoTime();
            List<EncodedImage> results = encoders.encodeImages(batch.stream().map(ToEncode::crop).toList());
            encoders.batchSize().took(batch.size(), System.nanoTime() - start);
            state.encoded.add(results.stream().filter(EncodedImage.Succeeded.class::isInstance).count());
            return results;
        }
    }

    private FileOutcome outcome(Decoded decoded, EncodedImage result) {
        return switch (result) {
            case EncodedImage.Succeeded succeeded -> new FileOutcome.Encoded(decoded.file(), decoded.stat(),
                    decoded.fingerprint(), decoded.format().stored(), decoded.width(), decoded.height(),
                    decoded.whole(), decoded.metadata(), List.of(new Part(0, 0, succeeded.embedding().toArray())),
                    Optional.empty());
            case EncodedImage.Failed failed -> {
                decoding.settled(decoded.fingerprint());
                yield new FileOutcome.Failed(decoded.file(), decoded.stat(), decoded.format().stored(),
                        Failure.Kind.NOT_ENCODED,
                        failed.message(), false);
            }
        };
    }

    /// Hands an outcome to the write thread.
    void record(FileOutcome outcome) {
        inFlight.enter();
        toRecord.put(outcome);
    }

    private void record(List<FileOutcome> batch) {
        try {
            List<SameContent> wait;
            try (var _ = observer.enter(Stage.CATALOG_COMMIT)) {
                wait = recorder.record(batch, evidence);
            }
            waiting.addAll(wait);
            count(batch, wait.size());
            settled(batch);
            followNowAndThen();
        } catch (RuntimeException | Error e) {
            state.breakOff(e);
        } finally {
            batch.forEach(_ -> inFlight.leave());
        }
    }

    private void settled(List<FileOutcome> batch) {
        for (FileOutcome outcome : batch) {
            if (outcome instanceof FileOutcome.Encoded encoded) {
                decoding.settled(encoded.fingerprint());
            }
        }
    }

    private void count(List<FileOutcome> batch, int waits) {
        state.done.add(batch.size() - waits);
        state.failed.add(batch.stream().filter(FileOutcome.Failed.class::isInstance).count());
        state.skipped.add(batch.stream().filter(FileOutcome.Skipped.class::isInstance).count());
    }

    private void followNowAndThen() {
        long now = System.nanoTime();
        if (now - lastFollow >= FOLLOW_EVERY.toNanos()) {
            follow();
            lastFollow = now;
        }
        if (now - lastCommit >= COMMIT_EVERY.toNanos()) {
            commit();
            lastCommit = now;
        }
    }

    private void follow() {
        try (var _ = observer.enter(Stage.INDEX_FOLLOW)) {
            view.follow();
        }
    }

    private void commit() {
        try (var _ = observer.enter(Stage.INDEX_COMMIT)) {
            view.commit();
        }
    }

    /// From now on more is known of where photos have gone.
    void know(Evidence more) {
        evidence = more;
    }

    /// The outcomes that could not be recorded yet.
    List<SameContent> takeWaiting() {
        List<SameContent> taken = new ArrayList<>();
        for (SameContent next = waiting.poll(); next != null; next = waiting.poll()) {
            taken.add(next);
        }
        return taken;
    }

    /// Takes the files in again that were held up by a pause.
    void takeUpAgain() {
        for (Held next = held.poll(); next != null && !state.stopping(); next = held.poll()) {
            process(next.file(), next.alone());
        }
    }

    /// Waits until all files that were taken in are settled, or wait for others.
    void settle() {
        inFlight.awaitNone();
        while (!held.isEmpty()) {
            state.passGate();
            takeUpAgain();
            inFlight.awaitNone();
        }
    }

    /// Brings the view up to date and makes it durable.
    void finish() {
        threads.write().call(() -> {
            follow();
            commit();
            return true;
        });
    }
}
