package semblance.indexer.decode;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.decode.worker.DecoderHost;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.thumbnail.ThumbnailStore;

import static org.assertj.core.api.Assertions.assertThat;

/// What videos cost: processor time for each minute that they last, beside what FFmpeg's program takes to decode all of
/// their frames, and the memory held by the worker and by the program. Run with the profile `measurements`.
///
/// - `semblance.videos`: a folder in which the videos are kept from one run to the next (3 GB)
@Tag("measurements")
@Timeout(3600)
@SuppressWarnings("SystemOut") // the tables are the result
class VideoMeasurement {
    private static final int SHORTEST = 448;

    @TempDir
    Path temporary = Path.of("");

    private MeasuredVideos videos = new MeasuredVideos(temporary);

    @BeforeEach
    void makeVideos() throws IOException, InterruptedException {
        Assumptions.assumeTrue(MeasuredVideos.canBeMade(), "ffmpeg is not installed");
        String kept = System.getProperty("semblance.videos");
        videos = new MeasuredVideos(
                Files.createDirectories(kept == null ? temporary.resolve("videos") : Path.of(kept)));
    }

    /// Each by a worker of its own.
    @Test
    void aMinuteOfVideo() throws Exception {
        System.out.println("| video | lasts s | frames taken | worker: s of processor time a minute | playing it whole,"
                + " the same | ratio | worker: most memory, MB |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Path video : videos.all()) {
            try (DecoderHost host = new DecoderHost(1)) {
                read(host.decoder(), new VideoOrder(video, SHORTEST, ThumbnailStore.LONGEST_EDGE, OptionalLong.of(0)));
                double before = ProcessFigures.workersMs();
                Reading reading = read(host.decoder(),
                        VideoOrder.all(video, SHORTEST, ThumbnailStore.LONGEST_EDGE));
                double minutes = reading.lasts().toMillis() / 60_000.0;
                double ours = (ProcessFigures.workersMs() - before) / 1000 / minutes;
                double memory = ProcessFigures.workersPeakMb(); // before it is dismissed for want of work
                double playing = MeasuredVideos.playedSeconds(video) / minutes;
                System.out.printf(Locale.ROOT, "| %s | %d | %d | %.2f | %.2f | %.2f | %.0f |%n", video.getFileName(),
                        reading.lasts().toSeconds(), reading.frames(), ours, playing, ours / playing,
                        memory);
            }
        }
    }

    /// 2 GB, by all that indexing does.
    @Test
    void memoryOfTheProgram() throws Exception {
        Path large = videos.large();
        TestLibrary small = new TestLibrary(Files.createDirectory(temporary.resolve("before")));
        lay(videos.all().getFirst(), small.photos.resolve("a.mp4"));
        TestLibrary library = new TestLibrary(Files.createDirectory(temporary.resolve("library")));
        try (PhotoLibrary warm = small.open()) {
            TestLibrary.index(warm, small.photos);
        }
        System.gc();
        ProcessFigures.forgetOwnPeak();
        double before = ProcessFigures.ownPeakMb();
        lay(large, library.photos.resolve("large.mp4"));
        try (PhotoLibrary opened = library.open()) {
            long began = System.nanoTime();
            IndexingReport report = TestLibrary.index(opened, library.photos);
            System.out.printf(Locale.ROOT,
                    "a video of %.2f GB: %s in %d s; the program held %.0f MB before and %.0f MB at most,"
                            + " the worker %.0f MB%n",
                    Files.size(large) / 1e9, report, Duration.ofNanos(System.nanoTime() - began).toSeconds(), before,
                    ProcessFigures.ownPeakMb(), ProcessFigures.workersPeakMb());
        }
    }

    /// @param lasts  the video
    /// @param frames that were taken
    private record Reading(Duration lasts, int frames) {
    }

    private static Reading read(PhotoDecoder decoder, VideoOrder order) throws DecodeException {
        try (VideoFrames frames = decoder.video(order, () -> false)) {
            int taken = 0;
            for (Optional<VideoFrame> next = frames.next(); next.isPresent(); next = frames.next()) {
                taken++;
            }
            assertThat(taken).isPositive();
            return new Reading(frames.header().duration().orElseThrow(), taken);
        }
    }

    private static void lay(Path video, Path into) throws IOException {
        try {
            Files.createLink(into, video);
        } catch (FileSystemException | UnsupportedOperationException _) {
            Files.copy(video, into); // another drive
        }
        TestLibrary.settle(into);
    }
}
