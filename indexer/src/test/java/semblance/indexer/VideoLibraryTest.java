package semblance.indexer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.KnownVideo;
import semblance.indexer.catalog.VectorChange;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.decode.VideoFrames;
import semblance.indexer.decode.VideoOrder;
import semblance.indexer.decode.worker.DecoderHost;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.query.QueryParser;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnFrames;
import semblance.indexer.testing.DrawnScene;
import semblance.indexer.testing.Interference;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.TwoModels;
import semblance.indexer.testing.VideoWriter;
import semblance.indexer.testing.WarmLabels;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.model.Embedding;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Videos in a library: a search finds the moment.
class VideoLibraryTest {
    private static final SearchOptions ALL = new SearchOptions(100, Strictness.LOOSE);
    private static final int SECONDS = 5;

    @TempDir
    Path temporary;

    private TestLibrary library;
    private final Set<Long> before = processes();

    @BeforeEach
    void makeLibrary() {
        library = new TestLibrary(temporary);
    }

    @AfterEach
    void noWorkerIsLeft() {
        assertThat(processes()).isSubsetOf(before);
    }

    private static Set<Long> processes() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private static RgbImage image(DrawnScene scene) {
        try {
            return new PhotoDecoder(DecodeLimits.DEFAULT).decode(scene.png(), 1, 1).image();
        } catch (DecodeException e) {
            throw new AssertionError(e);
        }
    }

    /// Each scene for five seconds.
    private Path video(String name, DrawnScene... scenes) throws IOException {
        Path file = library.photos.resolve(name);
        Files.createDirectories(file.getParent());
        try (VideoWriter writer = new VideoWriter(file, "mp4", "mpeg4", 12, 320, 240)) {
            for (DrawnScene scene : scenes) {
                writer.show(image(scene), SECONDS);
            }
        }
        TestLibrary.settle(file);
        return file;
    }

    private List<Hit> find(PhotoLibrary open, String query) throws IOException {
        return open.search().find(QueryParser.parse(query), ALL).hits();
    }

    @Test
    void aSearchFindsTheVideoAndTheMoment() throws Exception {
        Path video = video("trip.mp4", DrawnScene.SUNSET, DrawnScene.STOP, DrawnScene.DAISY, DrawnScene.DESERT);
        Path photo = library.write("daisy.png", DrawnScene.DAISY.png());
        try (PhotoLibrary open = library.open()) {
            IndexingReport report = TestLibrary.index(open, library.photos);
            assertThat(report.counts().indexed()).as("a video is one photo").isEqualTo(2);
            assertThat(report.encoded()).as("images that were encoded: four scenes and a photo").isEqualTo(5);

            moment(open, "a sunset", video, 0);
            moment(open, "a stop sign", video, 1);
            moment(open, "a daisy flower", video, 2);
            moment(open, "a desert", video, 3);
            assertThat(find(open, "a daisy flower")).filteredOn(hit -> hit.path().equals(photo)).singleElement()
                    .satisfies(hit -> assertThat(hit.moment()).isEmpty());
            assertThat(find(open, "a desert type:video")).extracting(Hit::path).containsExactly(video);
            assertThat(find(open, "a desert -type:video")).extracting(Hit::path).containsExactly(photo);
            moment(open, "a desert type:video", video, 3);
            assertThat(find(open, "type:video")).singleElement().satisfies(
                    hit -> assertThat(hit.moment()).as("nothing was compared").isEmpty());
        }
        assertThat(library.complaints()).isEmpty();
    }

    private void moment(PhotoLibrary open, String query, Path video, int scene) throws IOException {
        assertThat(find(open, query)).filteredOn(hit -> hit.path().equals(video)).as(query).singleElement()
                .satisfies(hit -> assertThat(hit.moment()).hasValueSatisfying(
                        at -> assertThat(at).isBetween(Duration.ofMillis(1000L * SECONDS * scene - 1),
                                Duration.ofSeconds((long) SECONDS * (scene + 1)))));
    }

    private List<Part> parts(long photo) {
        AtomicReference<List<Part>> found = new AtomicReference<>(List.of());
        try (Catalog catalog = Catalog.openForReading(library.location.catalog())) {
            catalog.read(session -> {
                long space = session.embeddings().knownSpace(library.encoder.space()).orElseThrow();
                session.embeddings().changesSince(0, space, (VectorChange change) -> {
                    if (change.photoId() == photo) {
                        found.set(change.parts());
                    }
                });
                return 0;
            });
        }
        return found.get();
    }

    private float[] whole(long photo) {
        try (Catalog catalog = Catalog.openForReading(library.location.catalog())) {
            return catalog.read(session -> session.embeddings().ofPhoto(photo,
                    session.embeddings().knownSpace(library.encoder.space()).orElseThrow())).orElseThrow();
        }
    }

    @Test
    void theWholeIsTheMeanOfItsFrames() throws Exception {
        video("trip.mp4", DrawnScene.SUNSET, DrawnScene.STOP, DrawnScene.DAISY);
        library.index();
        long photo = library.ids().getOrDefault("trip.mp4", 0L);

        List<Part> frames = parts(photo);
        assertThat(frames).as("the mean is no place in the video, and not searched").extracting(Part::number)
                .containsExactly(1, 2, 3);
        float[] sum = new float[frames.getFirst().vector().length];
        frames.forEach(frame -> {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += frame.vector()[i];
            }
        });
        assertThat(Embedding.normalized(sum).cosine(Embedding.normalized(whole(photo)))).isCloseTo(1, within(1e-5));
        try (Catalog catalog = Catalog.openForReading(library.location.catalog())) {
            assertThat(catalog.read(session -> session.listing().video(photo)).flatMap(KnownVideo::duration))
                    .contains(Duration.ofSeconds(3L * SECONDS));
        }
    }

    @Test
    void aVideoIsLikeItsCopyAndLikeAPhotoOfWhatItShows() throws Exception {
        Path video = video("sunset.mp4", DrawnScene.SUNSET);
        Path sign = video("sign.mp4", DrawnScene.STOP);
        Path elsewhere = temporary.resolve("elsewhere.mp4");
        try (VideoWriter writer = new VideoWriter(elsewhere, "mp4", "mpeg4", 5, 320, 240)) {
            writer.show(image(DrawnScene.STOP), 3);
        }
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, library.photos);
            assertThat(open.search().similarTo(elsewhere, ALL).hits()).extracting(Hit::path)
                    .containsExactly(sign, video);
            assertThat(open.search().similarTo(video, ALL).hits()).extracting(Hit::path).containsExactly(sign);
            assertThat(open.thumbnails().ofFile(elsewhere)).startsWith(0xff, 0xd8);
        }
    }

    @Test
    void aMovedVideoIsTheSameAndACopyIsNotEncodedAgain() throws Exception {
        Path video = video("a/trip.mp4", DrawnScene.SUNSET, DrawnScene.STOP);
        library.index();
        long photo = library.ids().getOrDefault("a/trip.mp4", 0L);
        Path moved = library.photos.resolve("b.mov");
        Files.move(video, moved);
        IndexingReport report = library.index();
        assertThat(List.of(report.moved(), report.encoded(), report.deleted())).containsExactly(1L, 0L, 0L);
        assertThat(library.ids()).isEqualTo(Map.of("b.mov", photo));

        Files.copy(moved, library.photos.resolve("copy.mp4"));
        assertThat(library.index().encoded()).isZero();
        assertThat(library.ids()).hasSize(2);
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    void whatIsNoVideoIsSkippedAndADamagedOneFailsWithAMessage() throws Exception {
        Path whole = video("whole.mp4", DrawnScene.SUNSET, DrawnScene.STOP);
        byte[] content = Files.readAllBytes(whole);
        Path cut = library.write("cut.mp4", Arrays.copyOf(content, content.length / 2));
        library.write("playlist.mp4", ("#EXTM3U\n#EXTINF:10,\n" + whole + "\n").getBytes(StandardCharsets.UTF_8));
        library.write("concat.mkv", ("ffconcat version 1.0\nfile '" + whole + "'\n").getBytes(StandardCharsets.UTF_8));
        Path avi = temporary.resolve("video.avi");
        try (VideoWriter writer = new VideoWriter(avi, "avi", "mjpeg", 1, 320, 240)) {
            writer.show(image(DrawnScene.STOP), 1);
        }
        library.write("sound.avi", new String(Files.readAllBytes(avi), StandardCharsets.ISO_8859_1)
                .replace("vidsMJPG", "auds\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1));
        try (PhotoLibrary open = library.open()) {
            IndexingReport report = TestLibrary.index(open, library.photos);
            assertThat(report.counts().indexed()).isEqualTo(1);
            assertThat(report.counts().skipped()).isEqualTo(3);
            assertThat(open.indexing().failures()).singleElement().returns(cut, Failure::path)
                    .returns(Failure.Kind.DAMAGED, Failure::kind)
                    .satisfies(failure -> assertThat(failure.message()).startsWith("The video is damaged"));
        }
    }

    @Test
    void anotherModelEncodesVideosToo() throws Exception {
        Path video = video("trip.mp4", DrawnScene.SUNSET, DrawnScene.STOP);
        TwoModels models = new TwoModels();
        WarmLabels.into(library.location.cache(), models.first());
        WarmLabels.into(library.location.cache(), models.second());
        try (PhotoLibrary open = PhotoLibrary.open(library.location, models, StageObserver.NONE, Clock.systemUTC())) {
            TestLibrary.index(open, library.photos);
            open.models().use("second");
            TestLibrary.await(open, open.folders().all());
            assertThat(open.models().inUse()).isEqualTo(models.second().space());
            moment(open, "a stop sign", video, 1);
            assertThat(open.health(true)).allMatch(HealthCheck::ok);
        }
        assertThat(models.second().images).hasValue(2);
    }

    @Test
    void aFrameThatCannotBeEncodedIsMissingAloneAndShiftsNothing() throws Exception {
        Path video = video("moving.mp4", DrawnScene.SUNSET, DrawnScene.STOP, DrawnScene.DAISY, DrawnScene.DESERT);
        ImagePreprocessing preprocessing = library.encoder.preprocessing();
        try (DecoderHost host = new DecoderHost(1);
                VideoFrames frames = host.decoder().video(
                        VideoOrder.all(video, 2 * preprocessing.size(), ThumbnailStore.LONGEST_EDGE), () -> false)) {
            frames.next();
            library.encoder.refuse(preprocessing.crop(frames.next().orElseThrow().image()));
        }
        try (PhotoLibrary open = library.open()) {
            IndexingReport report = TestLibrary.index(open, library.photos);
            assertThat(report.counts().indexed()).isEqualTo(1);
            moment(open, "a sunset", video, 0);
            moment(open, "a daisy flower", video, 2);
            moment(open, "a desert", video, 3);
        }
        assertThat(parts(library.ids().getOrDefault("moving.mp4", 0L))).hasSize(3);
    }

    @Test
    void aRunIsPausedInTheMiddleOfAVideoAndGoesOn() throws Exception {
        Path video = video("trip.mp4", DrawnScene.SUNSET, DrawnScene.STOP, DrawnScene.DAISY, DrawnScene.DESERT);
        AtomicReference<PhotoLibrary> opened = new AtomicReference<>();
        AtomicInteger frames = new AtomicInteger();
        Interference watch = new Interference().onEntering(Stage.PREPROCESS, () -> {
            if (frames.incrementAndGet() == 2) {
                opened.get().indexing().pause();
            }
        });
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, watch)) {
            opened.set(open);
            IndexingRun run = open.indexing().start(List.of(open.folders().add(library.photos)));
            while (run.progress().phase() != Phase.PAUSED || !processes().equals(before)) {
                Thread.onSpinWait(); // the video has been let go: its drive may be unplugged
            }
            assertThat(open.indexing().counts().indexed()).isZero();
            open.indexing().resume();
            assertThat(run.result()).succeedsWithin(Duration.ofMinutes(2))
                    .satisfies(report -> assertThat(report.counts().indexed()).isEqualTo(1));
            moment(open, "a desert", video, 3);
        }
    }

    @Test
    void aRunIsCancelledInTheMiddleOfAVideo() throws Exception {
        video("trip.mp4", DrawnScene.SUNSET, DrawnScene.STOP, DrawnScene.DAISY, DrawnScene.DESERT);
        AtomicReference<IndexingRun> run = new AtomicReference<>();
        Interference watch = new Interference().onEntering(Stage.PREPROCESS, () -> {
            while (run.get() == null) {
                Thread.onSpinWait();
            }
            run.get().cancel();
        });
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, watch)) {
            run.set(open.indexing().start(List.of(open.folders().add(library.photos))));
            assertThat(run.get().result()).succeedsWithin(Duration.ofMinutes(2))
                    .satisfies(report -> assertThat(report.cancelled()).isTrue());
            assertThat(open.indexing().counts().pending()).isEqualTo(1);
        }
        assertThat(library.index().counts().indexed()).isEqualTo(1);
    }

    @Test
    void theThumbnailShowsNotTheBlackBeginningAndAMomentIsShown() throws Exception {
        Path file = library.photos.resolve("fade.mp4");
        try (VideoWriter writer = new VideoWriter(file, "mp4", "mpeg4", 12, 320, 240)) {
            writer.show(DrawnFrames.plain(320, 240, 0), 3).show(DrawnFrames.chequered(320, 240, 0x2020f0), 6)
                    .show(DrawnFrames.chequered(320, 240, 0x20f020), 6);
        }
        TestLibrary.settle(file);
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, library.photos);
            long photo = library.ids().getOrDefault("fade.mp4", 0L);
            assertThat(strongest(open.thumbnails().ofPhoto(photo).orElseThrow())).isEqualTo("blue");
            assertThat(strongest(open.thumbnails().ofMoment(photo, Duration.ofSeconds(13)).orElseThrow()))
                    .isEqualTo("green");
        }
    }

    private static String strongest(byte[] jpeg) throws IOException {
        int rgb = ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(10, 10);
        return (rgb & 0xff) > (rgb >> 8 & 0xff) ? "blue" : "green";
    }
}
