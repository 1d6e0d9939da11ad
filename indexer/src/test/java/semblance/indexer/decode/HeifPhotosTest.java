package semblance.indexer.decode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.decode.DecodeException.Reason;
import semblance.indexer.decode.worker.WorkerPool;
import semblance.indexer.testing.TinyPhotos;
import semblance.model.RgbImage;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static semblance.indexer.decode.HeifWriter.aperture;
import static semblance.indexer.decode.HeifWriter.auxiliary;
import static semblance.indexer.decode.HeifWriter.grid;
import static semblance.indexer.decode.HeifWriter.mirror;
import static semblance.indexer.decode.HeifWriter.rotation;
import static semblance.indexer.decode.HeifWriter.size;

/// HEIF files put together here, mostly of JPEGs, which the format allows too; decoded by a real worker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeifPhotosTest {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 96;
    private static final String ALPHA = "urn:mpeg:mpegB:cicp:systems:auxiliary:alpha";

    private final WorkerPool workers = WorkerPool.ofThisProgram(1);
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT, workers);

    @AfterAll
    void close() {
        workers.close();
    }

    private RgbImage whole(byte[] file) throws DecodeException {
        return decoder.decode(file, 100_000, 100_000).image();
    }

    private DecodeException failure(byte[] file) {
        return catchThrowableOfType(DecodeException.class, () -> whole(file));
    }

    private static byte[] fields(byte[]... turns) throws IOException {
        HeifWriter writer = new HeifWriter();
        List<byte[]> properties = new ArrayList<>(List.of(turns));
        properties.addFirst(size(WIDTH, HEIGHT));
        writer.item("jpeg", Drawn.jpeg(Drawn.fields(WIDTH, HEIGHT)), properties.toArray(byte[][]::new));
        return writer.file();
    }

    /// But for what JPEG does to edges.
    private static void assertAlike(RgbImage picture, BufferedImage drawn) {
        assertThat(List.of(picture.width(), picture.height())).containsExactly(drawn.getWidth(), drawn.getHeight());
        long apart = 0;
        for (int y = 0; y < drawn.getHeight(); y++) {
            for (int x = 0; x < drawn.getWidth(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    apart += Math.abs(Drawn.pixel(picture, x, y).get(channel) - Drawn.pixel(drawn, x, y).get(channel));
                }
            }
        }
        assertThat((double) apart / picture.pixels().length).as("mean difference").isLessThan(2.5);
    }

    private static BufferedImage turned(BufferedImage from, int quartersLeft, int axis) {
        BufferedImage turned = from;
        for (int i = 0; i < quartersLeft; i++) {
            BufferedImage next = new BufferedImage(turned.getHeight(), turned.getWidth(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < turned.getHeight(); y++) {
                for (int x = 0; x < turned.getWidth(); x++) {
                    next.setRGB(y, turned.getWidth() - 1 - x, turned.getRGB(x, y));
                }
            }
            turned = next;
        }
        if (axis < 0) {
            return turned;
        }
        BufferedImage mirrored = new BufferedImage(turned.getWidth(), turned.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < turned.getHeight(); y++) {
            for (int x = 0; x < turned.getWidth(); x++) {
                mirrored.setRGB(axis == 1 ? turned.getWidth() - 1 - x : x, axis == 0 ? turned.getHeight() - 1 - y : y,
                        turned.getRGB(x, y));
            }
        }
        return mirrored;
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "1, -1", "2, -1", "3, -1", "0, 0", "1, 0", "2, 0", "3, 0", "0, 1", "1, 1", "2, 1", "3, 1"})
    void turnsAndMirrorsAreAppliedOnceInTheirOrder(int quarters, int axis) throws Exception {
        byte[] file = axis < 0 ? fields(rotation(quarters)) : fields(rotation(quarters), mirror(axis));
        DecodedPhoto photo = decoder.decode(file, 100_000, 100_000);
        BufferedImage expected = turned(Drawn.fields(WIDTH, HEIGHT), quarters, axis);
        assertAlike(photo.image(), expected);
        assertThat(List.of(photo.width(), photo.height())).containsExactly(expected.getWidth(), expected.getHeight());
        if (axis >= 0) {
            BufferedImage mirroredFirst = turned(turned(Drawn.fields(WIDTH, HEIGHT), 0, axis), quarters, -1);
            assertAlike(whole(fields(mirror(axis), rotation(quarters))), mirroredFirst);
        }
    }

    @Test
    void whatAnotherProgramEncodedLooksAsDrawn() throws Exception {
        for (byte[] file : List.of(TinyPhotos.HEIC, TinyPhotos.AVIF)) {
            RgbImage picture = whole(file);
            assertThat(List.of(picture.width(), picture.height())).containsExactly(64, 64);
            assertNear(Drawn.pixel(picture, 10, 30), 40, 40, 200);
            assertNear(Drawn.pixel(picture, 50, 30), 200, 40, 40);
        }
        RgbImage tenBits = whole(TinyPhotos.TEN_BITS);
        for (int[] at : new int[][]{{4, 4}, {32, 8}, {60, 32}, {20, 60}}) {
            assertNear(Drawn.pixel(tenBits, at[0], at[1]), 4 * at[0], 4 * at[1], 128);
        }
    }

    private static void assertNear(List<Integer> pixel, int... expected) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(pixel.get(channel)).as("%s for %s", pixel, Arrays.toString(expected))
                    .isBetween(expected[channel] - 12, expected[channel] + 12);
        }
    }

    /// As phones store them: parts of one size, of which those at the edges hang over.
    private static byte[] tiled(int rows, int columns, int side, byte[]... turns) throws IOException {
        BufferedImage padded = new BufferedImage(columns * side, rows * side, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = padded.createGraphics();
        graphics.setColor(Color.MAGENTA);
        graphics.fillRect(0, 0, padded.getWidth(), padded.getHeight());
        graphics.drawImage(Drawn.fields(WIDTH, HEIGHT), 0, 0, null);
        graphics.dispose();
        HeifWriter writer = new HeifWriter();
        List<byte[]> properties = new ArrayList<>(List.of(turns));
        properties.addFirst(size(WIDTH, HEIGHT));
        writer.item("grid", grid(rows, columns, WIDTH, HEIGHT), properties.toArray(byte[][]::new));
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < rows * columns; i++) {
            parts.add(writer.item("jpeg",
                    Drawn.jpeg(padded.getSubimage(i % columns * side, i / columns * side, side, side)),
                    size(side, side)));
        }
        return writer.refer("dimg", 1, parts).file();
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 64", "3, 5, 32", "1, 1, 160", "2, 4, 64"}) // the last has a column that hangs over wholly
    void tilesMakeOnePicture(int rows, int columns, int side) throws Exception {
        assertAlike(whole(tiled(rows, columns, side)), Drawn.fields(WIDTH, HEIGHT));
    }

    @Test
    void tilesAreTurnedAndCroppedAsOnePicture() throws Exception {
        BufferedImage part = Drawn.fields(WIDTH, HEIGHT).getSubimage(30, 20, 80, 64);
        byte[] clap = aperture(80, 64, 2 * (30 + 40) - WIDTH, 2 * (20 + 32) - HEIGHT);
        assertAlike(whole(tiled(2, 3, 64, clap)), part);
        assertAlike(whole(tiled(2, 3, 64, clap, rotation(1), mirror(1))), turned(part, 1, 1));
        // After a quarter turn to the left the top right corner is the top left one.
        byte[] corner = aperture(30, 40, 30 - HEIGHT, 40 - WIDTH);
        assertAlike(whole(fields(rotation(1), corner)),
                turned(Drawn.fields(WIDTH, HEIGHT), 1, -1).getSubimage(0, 0, 30, 40));
    }

    @Test
    void whatIsTransparentLiesOnWhite() throws Exception {
        BufferedImage opacity = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = opacity.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH / 2, HEIGHT);
        graphics.dispose();
        HeifWriter writer = new HeifWriter();
        writer.item("jpeg", Drawn.jpeg(Drawn.fields(WIDTH, HEIGHT)), size(WIDTH, HEIGHT));
        int alpha = writer.item("jpeg", Drawn.jpeg(opacity), size(WIDTH, HEIGHT), auxiliary(ALPHA));
        int depth = writer.item("jpeg", Drawn.jpeg(opacity), size(WIDTH, HEIGHT),
                auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:depth"));
        RgbImage picture = whole(writer.refer("auxl", depth, List.of(1)).refer("auxl", alpha, List.of(1)).file());

        assertNear(Drawn.pixel(picture, 10, 10), 40, 40, 40);
        assertNear(Drawn.pixel(picture, WIDTH - 10, 10), 255, 255, 255);
    }

    @Test
    void aLargePhotoComesReduced() throws Exception {
        BufferedImage drawn = Drawn.fields(2000, 1504);
        HeifWriter writer = new HeifWriter();
        writer.item("jpeg", Drawn.jpeg(drawn), size(2000, 1504), rotation(3));
        DecodedPhoto photo = decoder.decode(writer.file(), 300, 500);
        assertThat(List.of(photo.width(), photo.height())).containsExactly(1504, 2000);
        BufferedImage small = new BufferedImage(500, 376, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 376; y++) {
            for (int x = 0; x < 500; x++) {
                small.setRGB(x, y, drawn.getRGB(4 * x + 1, 4 * y + 1));
            }
        }
        assertAlike(photo.image(), turned(small, 3, -1));
    }

    @Test
    void picturesLargerThanTheLimitAreRefused() throws Exception {
        HeifWriter claims = new HeifWriter();
        claims.item("jpeg", new byte[100], size(30_000, 30_000));
        assertThat(catchThrowableOfType(DecodeException.class, () -> decoder.header(claims.file())).reason())
                .isEqualTo(Reason.TOO_LARGE);
        HeifWriter hides = new HeifWriter();
        hides.item("jpeg", new byte[100], size(30_000, 30_000), aperture(10, 10, 0, 0));
        assertThat(failure(hides.file()).reason()).isEqualTo(Reason.TOO_LARGE);
        HeifWriter lies = new HeifWriter();
        lies.item("jpeg", Drawn.jpeg(Drawn.fields(2000, 2000)), size(16, 16));
        assertThat(failure(lies.file()).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void whatCannotBeReadIsSaid() throws Exception {
        HeifWriter plain = new HeifWriter();
        plain.item("unci", new byte[100], size(16, 16));
        assertThat(failure(plain.file()))
                .hasMessage(
                        "HEIF pictures stored in this way (unci) cannot be read by this version yet. Saved as JPEG or PNG"
                                + " with another program, it can be found.");
        byte[] brief = PngChunks.join(HeifWriter.box("ftyp", "mif3\0\0\0\0avif".getBytes(StandardCharsets.US_ASCII)),
                HeifWriter.box("mini", new byte[40]));
        assertThat(failure(brief).reason()).isEqualTo(Reason.UNSUPPORTED);
        HeifWriter circle = new HeifWriter();
        circle.item("iden", new byte[1], size(16, 16));
        assertThat(failure(circle.refer("dimg", 1, List.of(1)).file()).reason()).isEqualTo(Reason.DAMAGED);
        HeifWriter short_ = new HeifWriter();
        short_.item("grid", grid(2, 2, 100, 100), size(100, 100));
        assertThat(failure(short_.refer("dimg", 1, List.of(1)).file()).reason()).isEqualTo(Reason.DAMAGED);
    }

    @Test
    void filesCutShortAreDamaged() throws Exception {
        for (byte[] file : List.of(TinyPhotos.HEIC, TinyPhotos.AVIF, TinyPhotos.TEN_BITS, tiled(2, 3, 64))) {
            for (int part = 1; part < 8; part++) {
                assertThat(failure(Arrays.copyOf(file, file.length * part / 8)).reason()).isIn(Reason.DAMAGED,
                        Reason.UNSUPPORTED);
            }
        }
    }

    @Test
    void garbledFilesDecodeOrFailButNothingElse() throws Exception {
        Random random = Seed.next("garbled HEIF").random();
        for (byte[] file : List.of(TinyPhotos.HEIC, TinyPhotos.AVIF, TinyPhotos.TEN_BITS,
                tiled(2, 3, 64, rotation(1)))) {
            for (int round = 0; round < 150; round++) {
                byte[] garbled = file.clone();
                for (int i = 0; i < 1 + random.nextInt(4); i++) {
                    garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
                }
                try {
                    assertThat(decoder.decode(garbled, 10, 10).width()).isPositive();
                } catch (DecodeException e) {
                    assertThat(e).hasMessageMatching("(?s)[A-Z].*\\.");
                }
            }
        }
    }
}
