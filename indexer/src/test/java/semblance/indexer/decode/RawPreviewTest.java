package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.decode.DecodeException.Reason;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/// Raw files as cameras lay them out: small pictures, large pictures and the sensor's data after each other.
class RawPreviewTest {
    private static final int SIXTH = 6; // a quarter turn clockwise
    private static final int DNG_VERSION = 0xc612;

    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);
    private final byte[] large = Drawn.jpeg(Drawn.fields(640, 480));
    private final byte[] small = Drawn.jpeg(Drawn.fields(160, 120));
    private final byte[] noise = new byte[200_000];

    RawPreviewTest() throws IOException {
        Seed.next("raw data").random().nextBytes(noise);
    }

    /// A TIFF's beginning, its first directory with a version as DNG has it, and an orientation.
    private static byte[] directory(int orientation) {
        ByteBuffer out = ByteBuffer.allocate(38).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0x4949)
                .putShort((short) 42).putInt(8).putShort((short) 2);
        out.putShort((short) 0x0112).putShort((short) 3).putInt(1).putInt(orientation);
        return out.putShort((short) DNG_VERSION).putShort((short) 1).putInt(4).putInt(0x401).putInt(0).array();
    }

    /// A frame of lossless JPEG as raw data has it, larger than any preview.
    private static byte[] lossless() {
        return ByteBuffer.allocate(33).putShort((short) 0xffd8).putShort((short) 0xffc3).putShort((short) 17)
                .put((byte) 8).putShort((short) 4000).putShort((short) 6000).put((byte) 3).put(new byte[9])
                .putShort((short) 0xffda).putShort((short) 8).array();
    }

    private DecodedPhoto decoded(byte[]... parts) throws DecodeException {
        return decoder.decode(PngChunks.join(parts), 10_000, 10_000);
    }

    @Test
    void theLargestPreviewIsTakenAndTurnedAsTheFileSays() throws Exception {
        DecodedPhoto photo = decoded(directory(SIXTH), small, lossless(), noise, large, noise, small);
        assertThat(photo.format()).isEqualTo(PhotoFormat.RAW);
        assertThat(List.of(photo.width(), photo.height())).containsExactly(480, 640);
        BufferedImage drawn = Drawn.fields(640, 480);
        for (int channel = 0; channel < 3; channel++) { // the lower left corner comes up
            int expected = Drawn.pixel(drawn, 10, 470).get(channel);
            assertThat(Drawn.pixel(photo.image(), 10, 10).get(channel)).isBetween(expected - 6, expected + 6);
        }
    }

    @Test
    void aPreviewThatSaysItselfHowItIsTurnedIsBelieved() throws Exception {
        byte[] upright = Drawn.withExif(large, Drawn.exif(1, ByteOrder.BIG_ENDIAN));
        assertThat(decoded(directory(SIXTH), noise, upright).width()).isEqualTo(640);
        byte[] turned = Drawn.withExif(large, Drawn.exif(SIXTH, ByteOrder.BIG_ENDIAN));
        assertThat(decoded("FUJIFILMCCD-RAW 0201".getBytes(StandardCharsets.US_ASCII), turned, noise).width())
                .isEqualTo(480);
    }

    @Test
    void canonsNewFilesSayItInABox() throws Exception {
        byte[] brands = HeifWriter.box("ftyp", "crx \0\0\0\1crx isom".getBytes(StandardCharsets.US_ASCII));
        byte[] movie = HeifWriter.box("moov", HeifWriter.box("CMT1", directory(SIXTH)));
        assertThat(decoded(brands, movie, HeifWriter.box("mdat", large, noise)).width()).isEqualTo(480);
    }

    @Test
    void aPreviewIsReducedAsOtherJpegsAre() throws Exception {
        byte[] file = PngChunks.join(directory(1), large);
        assertThat(decoder.decode(file, 100, 100).image().width()).isEqualTo(160);
        assertThat(decoder.header(file).decodedBytes(100, 100)).isLessThan(1 << 20);
    }

    @Test
    void withoutAPreviewThereIsNothingToShow() {
        byte[] file = PngChunks.join(directory(1), lossless(), noise);
        DecodeException failure = catchThrowableOfType(DecodeException.class, () -> decoder.header(file));
        assertThat(failure).hasMessageContaining("no preview").extracting(DecodeException::reason)
                .isEqualTo(Reason.UNSUPPORTED);
    }

    @Test
    void aPreviewThatIsCutOffIsDamaged() {
        byte[] file = PngChunks.join(directory(1), large);
        byte[] half = Arrays.copyOf(file, file.length - large.length / 2);
        assertThat(catchThrowableOfType(DecodeException.class, () -> decoder.decode(half, 10_000, 10_000)).reason())
                .isEqualTo(Reason.DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void garbledFilesDecodeOrFailButNothingElse(long part) throws Exception {
        Random random = Seed.next("garbled raw " + part).random();
        byte[] file = PngChunks.join(directory(SIXTH), small, large, noise);
        for (int round = 0; round < 100; round++) {
            byte[] garbled = file.clone();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(decoder.decode(garbled, 10, 10).width()).isPositive();
            } catch (DecodeException e) {
                assertThat(e).hasMessageMatching("[A-Z].*\\.");
            }
        }
    }
}
