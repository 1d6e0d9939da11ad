package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.decode.DecodeException.Reason;
import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RefusedFilesTest {
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff", "webp"})
    void aFileCutShortIsShownAsFarAsItGoes(String format) throws Exception {
        byte[] photo = photo(format);
        RgbImage drawn = decoder.decode(photo, 320, 320).image();
        // A BMP begins at the bottom, and a GIF has every eighth row first.
        int there = format.equals("bmp") ? 225 : 16;
        for (int part = 1; part < 8; part++) {
            byte[] cut = Arrays.copyOf(photo, photo.length * part / 8);
            if (part == 1 && format.equals("webp")) {
                assertThat(failure(cut).reason()).as("of which there is too little").isEqualTo(Reason.DAMAGED);
                continue;
            }
            DecodedPhoto shown = decoder.decode(cut, 320, 320);
            assertThat(shown.whole()).as("%d of 8 parts", part).isFalse();
            assertThat(List.of(shown.width(), shown.height())).containsExactly(320, 240);
            assertThat(Drawn.pixel(shown.image(), 25, there)).as("%d of 8 parts", part)
                    .isEqualTo(Drawn.pixel(drawn, 25, there));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff", "webp"})
    void aFileOfWhichNothingIsLeftButItsHeaderIsDamaged(String format) throws Exception {
        byte[] photo = photo(format);
        for (int length : format.equals("jpeg") ? List.of(scan(photo), scan(photo) + 40) : List.of(30, 60)) {
            assertThat(failure(Arrays.copyOf(photo, length)).reason()).isEqualTo(Reason.DAMAGED);
        }
    }

    /// Where the coded data of a JPEG begins.
    private static int scan(byte[] jpeg) {
        int at = 0;
        while (jpeg[at] != (byte) 0xff || jpeg[at + 1] != (byte) 0xda) {
            at++;
        }
        return at + 14;
    }

    @Test
    void bitmapsThatEndInTheirHeaderAreDamaged() throws Exception {
        byte[] photo = photo("bmp");
        for (int header : List.of(12, 40, 64)) {
            photo[14] = (byte) header;
            for (int length = 26; length < 70; length++) {
                assertThat(failure(Arrays.copyOf(photo, length)).reason()).isEqualTo(Reason.DAMAGED);
            }
        }
    }

    @Test
    void aPngWithWrongChecksumsIsShownAndSaidToBeDamaged() throws Exception {
        byte[] photo = photo("png");
        DecodedPhoto drawn = decoder.decode(photo, 320, 320);
        assertThat(drawn.whole()).isTrue();
        for (int end : List.of(33, photo.length - 12)) { // of the header and of the pixels
            byte[] wrong = photo.clone();
            wrong[end - 1]++;
            DecodedPhoto shown = decoder.decode(wrong, 320, 320);
            assertThat(shown.whole()).isFalse();
            assertThat(shown.image().pixels()).isEqualTo(drawn.image().pixels());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff", "webp"})
    @SuppressWarnings("SystemOut") // the seed, to repeat a failure with
    void garbledFilesDecodeOrFailButNothingElse(String format) throws Exception {
        long seed = Long.getLong("semblance.seed", new Random().nextLong());
        System.out.println("garbled " + format + ": seed " + seed);
        byte[] photo = photo(format);
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            byte[] garbled = photo.clone();
            int from = random.nextInt(round % 2 == 0 ? 64 : garbled.length - 16);
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                garbled[from + random.nextInt(16)] = (byte) random.nextInt();
            }
            try {
                assertThat(decoder.decode(garbled, 10, 10).width()).isPositive();
            } catch (DecodeException e) {
                assertThat(e).as("seed %d", seed).hasMessageMatching("[A-Z].*\\.");
            }
        }
    }

    /// Most of these are more pixels than an array holds: being told so means that none was asked for.
    @Test
    void claimsOverTheCapAreRefusedBeforeMemoryIsTaken() throws Exception {
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("png", PngChunks.header(100_000, 100_000));
        photos.put("jpeg",
                HexFormat.of().parseHex("ffd8ffc00011" + "08ffffffff" + "03012200021101031101ffda000c03010002"));
        photos.put("gif", gif(65535, 65535));
        byte[] webp = "RIFF\0\1\0\0WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1);
        photos.put("webp", PngChunks.join(webp, HexFormat.of().parseHex("0a0000000000000050c30050c300"), new byte[32]));
        photos.forEach((format, photo) -> assertThat(failure(photo).reason()).as(format).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void anUncompressedPictureThatClaimsMoreThanTheFileHoldsIsDamaged() throws Exception {
        byte[] bmp = photo("bmp");
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, 15_000).putInt(22, 15_000);
        assertThat(catchThrowableOfType(DecodeException.class, () -> decoder.header(bmp)).reason())
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void limitsAreTheCallers() throws Exception {
        byte[] photo = photo("png");
        PhotoHeader header = decoder.header(photo);
        int pixels = header.width() * header.height();
        assertThat(new PhotoDecoder(new DecodeLimits(pixels, photo.length)).header(photo)).isEqualTo(header);
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> new PhotoDecoder(new DecodeLimits(pixels - 1, photo.length)).header(photo))
                .matches(e -> e.reason() == Reason.TOO_LARGE);
        assertThatExceptionOfType(DecodeException.class)
                .isThrownBy(() -> new PhotoDecoder(new DecodeLimits(pixels, photo.length - 1)).decode(photo, 1, 1))
                .matches(e -> e.reason() == Reason.TOO_LARGE);
    }

    @Test
    void formatsForLaterVersionsAreNamed() {
        byte[] jxl = "\0\0\0\u000cJXL \r\n\u0087\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(failure(jxl)).hasMessage("JPEG XL photos cannot be read by this version yet."
                + " Saved as JPEG or PNG with another program, it can be found.")
                .matches(e -> e.reason() == Reason.UNSUPPORTED);
        assertThat(failure("no picture".getBytes(StandardCharsets.US_ASCII))).hasMessage("The file is not a picture.");
        assertThat(failure(new byte[0])).hasMessage("The file is not a picture.");
    }

    private DecodeException failure(byte[] content) {
        return catchThrowableOfType(DecodeException.class, () -> decoder.decode(content, 16, 16));
    }

    private static byte[] photo(String format) throws Exception {
        BufferedImage image = Drawn.fields(320, 240);
        Random random = new Random(1);
        for (int i = 0; i < 40_000; i++) {
            image.setRGB(random.nextInt(320), random.nextInt(240), random.nextInt());
        }
        return format.equals("webp") ? Webp.lossy(image) : Drawn.encoded(image, format);
    }

    private static byte[] gif(int width, int height) {
        ByteBuffer out = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        out.put("GIF89a".getBytes(StandardCharsets.US_ASCII)).putShort((short) width).putShort((short) height);
        out.put(new byte[]{(byte) 0x80, 0, 0, 0, 0, 0, 1, 1, 1, ','}).putShort((short) 0).putShort((short) 0);
        return out.putShort((short) width).putShort((short) height).put(new byte[]{0, 2, 2, 0x44, 1, 0, ';'}).array();
    }
}
