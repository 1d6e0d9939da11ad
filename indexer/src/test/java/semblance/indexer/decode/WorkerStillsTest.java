package semblance.indexer.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import semblance.indexer.decode.DecodeException.Reason;
import semblance.indexer.decode.worker.WorkerPool;
import semblance.indexer.testing.TinyPhotos;
import semblance.model.RgbImage;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// JPEG 2000 and Photoshop documents, decoded by a real worker.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkerStillsTest {
    private static final int RGB = 3;

    private final WorkerPool workers = WorkerPool.ofThisProgram(1);
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT, workers);

    @AfterAll
    void close() {
        workers.close();
    }

    /// A document without layers, its channels one after another: colour (x, y, 100), and x as opacity in a fourth one.
    private static byte[] photoshop(int version, int width, int height, int channels) {
        ByteBuffer out = ByteBuffer.allocate(40 + width * height * channels);
        out.put("8BPS".getBytes(StandardCharsets.US_ASCII)).putShort((short) version).put(new byte[6]);
        out.putShort((short) channels).putInt(height).putInt(width).putShort((short) 8).putShort((short) RGB);
        out.putInt(0).putInt(0).putInt(0).putShort((short) 0);
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    out.put((byte) (channel == 1 ? y : channel == 2 ? 100 : x));
                }
            }
        }
        return out.array();
    }

    private RgbImage whole(byte[] file) throws DecodeException {
        return decoder.decode(file, 100_000, 100_000).image();
    }

    private Reason failure(byte[] file) {
        return catchThrowableOfType(DecodeException.class, () -> whole(file)).reason();
    }

    @Test
    void jpeg2000LooksAsDrawn() throws Exception {
        RgbImage picture = whole(TinyPhotos.JPEG_2000);
        assertThat(List.of(picture.width(), picture.height())).containsExactly(64, 64);
        List<Integer> left = Drawn.pixel(picture, 10, 30);
        List<Integer> right = Drawn.pixel(picture, 50, 30);
        assertThat(left.get(2) - left.get(0)).as("blue: %s", left).isBetween(140, 180);
        assertThat(right.get(0) - right.get(2)).as("red: %s", right).isBetween(140, 180);
        assertThat(decoder.decode(TinyPhotos.JPEG_2000, 16, 16).image().width()).as("reduced").isEqualTo(16);
    }

    @Test
    void aPhotoshopDocumentShowsItsMergedPictureOnWhite() throws Exception {
        RgbImage plain = whole(photoshop(1, 200, 150, 3));
        assertThat(Drawn.pixel(plain, 120, 70)).containsExactly(120, 70, 100);
        RgbImage transparent = whole(photoshop(1, 200, 150, 4));
        assertThat(Drawn.pixel(transparent, 0, 70)).containsExactly(255, 255, 255);
        assertThat(Drawn.pixel(transparent, 120, 70).get(1)).isEqualTo((70 * 120 + 255 * 135 + 127) / 255);
    }

    @Test
    void whatIsTooLargeDamagedOrUnknownIsRefused() {
        byte[] huge = photoshop(1, 20, 20, 3);
        ByteBuffer.wrap(huge).putInt(14, 29_000).putInt(18, 29_000);
        assertThat(failure(huge)).isEqualTo(Reason.TOO_LARGE);
        assertThat(failure(photoshop(2, 20, 20, 3))).isEqualTo(Reason.UNSUPPORTED);
        byte[] document = photoshop(1, 200, 150, 3);
        assertThat(failure(Arrays.copyOf(document, document.length / 2))).isEqualTo(Reason.DAMAGED);
        byte[] jpeg = TinyPhotos.JPEG_2000;
        for (int part = 1; part < 4; part++) {
            assertThat(failure(Arrays.copyOf(jpeg, jpeg.length * part / 8))).isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void garbledFilesDecodeOrFailButNothingElse() {
        Random random = Seed.next("garbled stills").random();
        for (byte[] file : List.of(TinyPhotos.JPEG_2000, photoshop(1, 40, 30, 4))) {
            for (int round = 0; round < 150; round++) {
                byte[] garbled = file.clone();
                for (int i = 0; i < 1 + random.nextInt(4); i++) {
                    garbled[random.nextInt(Math.min(garbled.length, 400))] = (byte) random.nextInt();
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
