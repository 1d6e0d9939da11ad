package semblance.indexer.decode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.bytedeco.ffmpeg.avutil.AVRational;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.decode.DecodeException.Reason;
import semblance.indexer.decode.worker.DecoderHost;
import semblance.indexer.testing.DrawnFrames;
import semblance.indexer.testing.VideoWriter;
import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

/// Videos, made here and decoded by real workers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // the workers are started once
class VideosTest {
    private static final int RED = 0xe02020;
    private static final int GREEN = 0x20c020;
    private static final int BLUE = 0x3030f0;
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    @TempDir
    Path temporary;

    private DecoderHost host;

    @BeforeAll
    void start() {
        host = new DecoderHost(1);
    }

    @AfterAll
    void stop() {
        host.close();
    }

    private record Read(VideoHeader header, List<VideoFrame> frames) {
        List<Long> times() {
            return frames.stream().map(VideoFrame::atMs).toList();
        }
    }

    private Read read(Path file) throws DecodeException {
        List<VideoFrame> frames = new ArrayList<>();
        try (VideoFrames video = host.decoder().video(VideoOrder.all(file, 100, 100), () -> false)) {
            for (Optional<VideoFrame> next = video.next(); next.isPresent(); next = video.next()) {
                frames.add(next.get());
            }
            return new Read(video.header(), frames);
        }
    }

    private DecodeException refusal(Path file) {
        return catchThrowableOfType(DecodeException.class, () -> read(file));
    }

    private static RgbImage chequered(int colour) {
        return DrawnFrames.chequered(WIDTH, HEIGHT, colour);
    }

    /// Which of the three colours a frame has.
    private static int colour(RgbImage image) {
        long[] sums = new long[3];
        for (int i = 0; i < image.pixels().length; i++) {
            sums[i % 3] += image.pixels()[i] & 0xff;
        }
        return sums[0] > sums[1] && sums[0] > sums[2] ? RED : sums[1] > sums[2] ? GREEN : BLUE;
    }

    private Path scenes(String name, String muxer, String encoder, int keys) {
        Path file = temporary.resolve(name);
        try (VideoWriter writer = new VideoWriter(file, muxer, encoder, keys, WIDTH, HEIGHT)) {
            writer.show(chequered(RED), 6).show(chequered(GREEN), 6).show(chequered(BLUE), 6);
        }
        return file;
    }

    /// Frames that can be decoded by themselves: each, every second, hardly any.
    @ParameterizedTest
    @CsvSource({"a.mp4, mp4, mpeg4, 10", "b.mp4, mp4, mpeg4, 1000", "c.mov, mov, mjpeg, 1",
        "d.mkv, matroska, mpeg4, 12",
        "e.mkv, matroska, mpeg4, 1000", "f.webm, webm, libvpx, 30", "g.avi, avi, mpeg4, 25", "h.avi, avi, mjpeg, 1",
        "i.3gp, 3gp, mpeg4, 40", "j.ts, mpegts, mpeg2video, 8", "k.ts, mpegts, mpeg2video, 50",
        "l.m2ts, mpegts, mpeg4, 15", "m.mpg, vob, mpeg2video, 12", "n.wmv, asf, wmv2, 12", "o.flv, flv, flv, 20"})
    void theScenesOfEachContainerAreFoundInOrder(String name, String muxer, String encoder, int keys)
            throws DecodeException {
        Read read = read(scenes(name, muxer, encoder, keys));

        assertThat(read.header().duration()).hasValueSatisfying(
                duration -> assertThat(duration.toMillis()).isCloseTo(18_000, within(600L)));
        assertThat(List.of(read.header().width(), read.header().height())).containsExactly(WIDTH, HEIGHT);
        assertThat(read.frames()).as("what stands still comes once")
                .extracting(frame -> colour(frame.image())).containsExactly(RED, GREEN, BLUE);
        assertThat(read.times().get(0)).isBetween(0L, 2_000L);
        assertThat(read.times().get(1)).isBetween(5_999L, 8_000L);
        assertThat(read.times().get(2)).isBetween(11_999L, 14_000L);
        for (VideoFrame frame : read.frames()) {
            assertThat(List.of(frame.image().width(), frame.image().height())).containsExactly(133, 100);
        }
    }

    @ParameterizedTest
    @CsvSource({"mp4, mp4, mpeg4, 10", "mp4, mp4, mpeg4, 1000", "webm, webm, libvpx, 30", "ts, mpegts, mpeg2video, 8"})
    void theFrameOfAMomentIsTheOneThatWasFoundThere(String extension, String muxer, String encoder, int keys)
            throws DecodeException {
        Path file = scenes("scenes." + extension, muxer, encoder, keys);
        for (VideoFrame found : read(file).frames()) {
            VideoOrder moment = new VideoOrder(file, 100, 100, OptionalLong.of(found.atMs()));
            try (VideoFrames video = host.decoder().video(moment, () -> false)) {
                VideoFrame frame = video.next().orElseThrow();
                assertThat(frame.atMs()).isEqualTo(found.atMs());
                assertThat(colour(frame.image())).isEqualTo(colour(found.image()));
                assertThat(video.next()).isEmpty();
            }
        }
    }

    @Test
    void whatMovesIsSeenEveryTwoSeconds() throws DecodeException {
        Path file = temporary.resolve("moving.mp4");
        java.util.Random random = new java.util.Random(5);
        try (VideoWriter writer = new VideoWriter(file, "mp4", "mpeg4", 12, WIDTH, HEIGHT)) {
            for (int i = 0; i < 40; i++) {
                writer.show(DrawnFrames.random(WIDTH, HEIGHT, random), 0.5);
            }
        }
        List<Long> times = read(file).times();
        assertThat(times).hasSize(10).isSorted();
        for (int i = 0; i < times.size(); i++) {
            assertThat(times.get(i)).isBetween(2000L * i - 1, 2000L * i + 2000);
        }
    }

    @Test
    void aSingleFrameIsAVideo() throws DecodeException {
        Path file = temporary.resolve("single.mp4");
        try (VideoWriter writer = new VideoWriter(file, "mp4", "mpeg4", 1, WIDTH, HEIGHT)) {
            writer.show(chequered(GREEN), 0.1);
        }
        assertThat(read(file).times()).containsExactly(0L);
    }

    @Test
    void blackIsLeftOutUnlessThereIsNothingElse() throws DecodeException {
        Path file = temporary.resolve("fade.mp4");
        try (VideoWriter writer = new VideoWriter(file, "mp4", "mpeg4", 1000, WIDTH, HEIGHT)) {
            writer.show(DrawnFrames.plain(WIDTH, HEIGHT, 0), 0.6).show(chequered(BLUE), 1)
                    .show(DrawnFrames.plain(WIDTH, HEIGHT, 0xffffff), 0.6);
        }
        assertThat(read(file).frames()).singleElement()
                .satisfies(frame -> assertThat(colour(frame.image())).isEqualTo(BLUE));

        Path dark = temporary.resolve("dark.mp4");
        try (VideoWriter writer = new VideoWriter(dark, "mp4", "mpeg4", 12, WIDTH, HEIGHT)) {
            writer.show(DrawnFrames.plain(WIDTH, HEIGHT, 0), 5);
        }
        assertThat(read(dark).times()).hasSize(1);
    }

    /// The matrix of a phone held upright, its other sides, and a mirror; the corner is where it belongs then.
    @ParameterizedTest
    @CsvSource({"1,0,0,1, 0,0", "0,1,-1,0, 1,0", "-1,0,0,-1, 1,1", "0,-1,1,0, 0,1", "-1,0,0,1, 1,0"})
    void framesAreUpright(int a, int b, int c, int d, int right, int below) throws IOException, DecodeException {
        Path file = temporary.resolve("turned.mp4");
        try (VideoWriter writer = new VideoWriter(file, "mp4", "mpeg4", 12, WIDTH, HEIGHT)) {
            writer.show(DrawnFrames.cornered(WIDTH, HEIGHT, RED, BLUE), 1);
        }
        Files.write(file, turned(Files.readAllBytes(file), a, b, c, d));

        Read read = read(file);
        boolean upright = a != 0;
        assertThat(List.of(read.header().width(), read.header().height()))
                .containsExactly(upright ? WIDTH : HEIGHT, upright ? HEIGHT : WIDTH);
        RgbImage image = read.frames().getFirst().image();
        assertThat(image.width() > image.height()).isEqualTo(upright);
        for (int x = 0; x < 2; x++) {
            for (int y = 0; y < 2; y++) {
                int pixel = 3 * ((image.height() / 4 + y * image.height() / 2) * image.width() + image.width() / 4
                        + x * image.width() / 2);
                boolean red = (image.pixels()[pixel] & 0xff) > (image.pixels()[pixel + 2] & 0xff);
                assertThat(red).as(x + " " + y).isEqualTo(x == right && y == below);
            }
        }
    }

    private static byte[] turned(byte[] mp4, int a, int b, int c, int d) {
        int matrix = indexOf(mp4, "tkhd") + 4 + 40;
        ByteBuffer buffer = ByteBuffer.wrap(mp4);
        buffer.putInt(matrix, a << 16).putInt(matrix + 4, b << 16).putInt(matrix + 12, c << 16).putInt(matrix + 16,
                d << 16);
        return mp4;
    }

    private static int indexOf(byte[] bytes, String mark) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(mark);
    }

    @Test
    void pixelsThatAreNotSquareAreMadeSo() throws DecodeException {
        Path file = temporary.resolve("wide.mp4");
        try (VideoWriter writer = new VideoWriter(file, "mp4", "mpeg4", 12, WIDTH, HEIGHT,
                codec -> codec.sample_aspect_ratio(new AVRational().num(2).den(1)), "")) {
            writer.show(chequered(RED), 1);
        }
        Read read = read(file);
        assertThat(List.of(read.header().width(), read.header().height())).containsExactly(2 * WIDTH, HEIGHT);
        assertThat(read.frames().getFirst().image().width()).isEqualTo(267);
    }

    /// As a browser records it: without a length, and without a table.
    @Test
    void aVideoOfUnknownLengthIsReadToItsEnd() throws DecodeException {
        Path file = temporary.resolve("live.webm");
        try (VideoWriter writer = new VideoWriter(file, "webm", "libvpx", 30, WIDTH, HEIGHT, _ -> {
        }, "live=1")) {
            writer.show(chequered(RED), 6).show(chequered(GREEN), 6).show(chequered(BLUE), 6);
        }
        Read read = read(file);
        assertThat(read.header().duration()).isPresent();
        assertThat(read.frames()).extracting(frame -> colour(frame.image())).containsExactly(RED, GREEN, BLUE);
    }

    @ParameterizedTest
    @CsvSource({"mkv, matroska, mpeg4", "avi, avi, mjpeg", "ts, mpegts, mpeg2video", "webm, webm, libvpx"})
    void ofATruncatedVideoWhatIsThereIsRead(String extension, String muxer, String encoder)
            throws IOException, DecodeException {
        Path file = scenes("whole." + extension, muxer, encoder, 10);
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, content.length / 2));

        assertThat(read(file).frames()).isNotEmpty()
                .satisfies(frames -> assertThat(colour(frames.getFirst().image())).isEqualTo(RED));
    }

    @Test
    void aVideoWithoutItsTableIsDamaged() throws IOException {
        Path file = scenes("cut.mp4", "mp4", "mpeg4", 10);
        byte[] content = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(content, indexOf(content, "moov") - 4));

        assertThat(refusal(file)).hasMessageMatching("The video is damaged.*\\.").extracting(DecodeException::reason)
                .isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftypisom\0\0\2\0isommp42", "ftypqt  \0\0\2\0qt  "})
    void anEmptyContainerHasNoPictures(String brands) throws IOException {
        Path file = temporary.resolve("empty.mp4");
        byte[] box = brands.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer content = ByteBuffer.allocate(4 + box.length + 8 + 8);
        content.putInt(4 + box.length).put(box).putInt(8).put("mdat".getBytes(StandardCharsets.US_ASCII));
        Files.write(file, content.array());

        assertThat(refusal(file).reason()).isIn(Reason.DAMAGED, Reason.NO_PICTURE);
    }

    @Test
    void soundAloneIsNoPicture() throws IOException {
        Path file = temporary.resolve("sound.avi");
        Path video = scenes("video.avi", "avi", "mjpeg", 1);
        byte[] content = Files.readAllBytes(video);
        // The same file, its stream declared to be sound.
        byte[] sound = new String(content, StandardCharsets.ISO_8859_1).replace("vidsMJPG", "auds\0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, sound);

        assertThat(refusal(file).reason()).isEqualTo(Reason.NO_PICTURE);
    }

    /// A film that names the file where its pictures are, as editors write them; FFmpeg would open that if it might.
    @Test
    void aVideoThatNamesAnotherFileOpensNothing() throws IOException, DecodeException {
        Path other = scenes("other.mov", "mov", "mpeg4", 10);
        assertThat(read(other).frames()).hasSize(3);
        byte[] film = Files.readAllBytes(other);
        int moov = indexOf(film, "moov") - 4;
        byte[] reference = QuickTimeReference.to(other, Arrays.copyOfRange(film, moov, film.length));
        Path file = temporary.resolve("reference.mov");
        ByteBuffer content = ByteBuffer.allocate(moov + reference.length).put(film, 0, indexOf(film, "mdat") - 4);
        Files.write(file, content.position(moov).put(reference).array());
        // What lies where the pictures were is nothing, so that its size tells the box's.
        try (var patched = java.nio.channels.FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
            int gap = indexOf(film, "mdat") - 4;
            patched.write(
                    ByteBuffer.allocate(8).putInt(moov - gap).put("free".getBytes(StandardCharsets.US_ASCII)).flip(),
                    gap);
        }
        assertThat(refusal(file).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void aVideoThatIsGoneSaysNothingOfItself() {
        assertThat(refusal(temporary.resolve("gone.mp4")).reason()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void aVideoIsLeftInTheMiddle() throws DecodeException {
        Path file = scenes("long.mp4", "mp4", "mpeg4", 10);
        for (int i = 0; i < 3; i++) {
            try (VideoFrames video = host.decoder().video(VideoOrder.all(file, 100, 100), () -> false)) {
                assertThat(video.next()).isPresent();
            }
        }
        assertThat(read(file).frames()).hasSize(3);
    }
}
