package semblance.indexer.decode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.imageio.IIOImage;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;

class PhotoDecoderTest {
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "tiff", "gif"})
    void losslessFormatsKeepEveryPixel(String format) throws Exception {
        BufferedImage drawn = Drawn.fields(61, 43);
        RgbImage image = decoder.decode(Drawn.encoded(drawn, format), 1, 1).image();
        assertThat(List.of(image.width(), image.height())).containsExactly(61, 43);
        for (int y = 0; y < 43; y++) {
            for (int x = 0; x < 61; x++) {
                assertThat(Drawn.pixel(image, x, y)).isEqualTo(Drawn.pixel(drawn, x, y));
            }
        }
    }

    @ParameterizedTest
    // asked: shortest, longest; expected width of a photo of 1600 x 1200
    @CsvSource({"150, 200, 200", "151, 200, 400", "150, 201, 400", "320, 512, 800", "300, 400, 400", "601, 1, 1600",
        "1, 801, 1600", "1200, 1600, 1600", "5000, 9000, 1600"})
    void jpegsAreReducedOnlyAsFarAsBothSidesAllow(int shortest, int longest, int expectedWidth) throws Exception {
        for (boolean progressive : new boolean[]{false, true}) {
            byte[] photo = Drawn.jpeg(new IIOImage(Drawn.fields(1600, 1200), null, null), progressive);
            DecodedPhoto decoded = decoder.decode(photo, shortest, longest);
            assertThat(decoded.image().width()).isEqualTo(expectedWidth);
            assertThat(decoded.image().height()).isEqualTo(expectedWidth * 3 / 4);
            assertThat(List.of(decoded.width(), decoded.height())).containsExactly(1600, 1200);
            PhotoHeader header = decoder.header(photo);
            assertThat(header.decodedBytes(shortest, longest)).isGreaterThanOrEqualTo(
                    6L * decoded.image().width() * decoded.image().height() + (progressive ? 6L * 1600 * 1200 : 0));
        }
    }

    @Test
    void reducedJpegsShowTheSamePicture() throws Exception {
        byte[] photo = Drawn.jpeg(Drawn.fields(1601, 1203));
        RgbImage whole = decoder.decode(photo, 1203, 1601).image();
        RgbImage eighth = decoder.decode(photo, 150, 200).image();
        assertThat(List.of(eighth.width(), eighth.height())).containsExactly(201, 151);
        for (int field = 0; field < 12; field++) {
            int x = (2 * (field % 4) + 1) * 200 / 8;
            int y = (2 * (field / 4) + 1) * 150 / 6;
            assertClose(Drawn.pixel(eighth, x, y), Drawn.pixel(whole, 8 * x, 8 * y), 3);
        }
    }

    @Test
    void transparencyLiesOnWhite() throws Exception {
        BufferedImage drawn = new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(new Color(200, 0, 40, 128));
        graphics.fillRect(20, 0, 20, 20);
        graphics.dispose();
        for (byte[] photo : List.of(Drawn.encoded(drawn, "png"), Webp.lossless(drawn), Drawn.encoded(drawn, "tiff"))) {
            RgbImage image = decoder.decode(photo, 1, 1).image();
            assertThat(Drawn.pixel(image, 5, 5)).containsExactly(255, 255, 255);
            assertClose(Drawn.pixel(image, 30, 5), List.of(227, 127, 147), 1);
        }
        RgbImage gif = decoder.decode(Drawn.encoded(drawn, "gif"), 1, 1).image();
        assertThat(Drawn.pixel(gif, 5, 5)).containsExactly(255, 255, 255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void sixteenBitsBecomeEight(String format) throws Exception {
        ComponentColorModel colours = new ComponentColorModel(ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false,
                Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = colours.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[]{0, 257 * 100, 65535});
        raster.setPixel(1, 0, new int[]{257 * 100 + 128, 257 * 100 + 129, 257 * 100 - 128});
        BufferedImage drawn = new BufferedImage(colours, raster, false, null);
        RgbImage image = decoder.decode(Drawn.encoded(drawn, format), 1, 1).image();
        assertThat(Drawn.pixel(image, 0, 0)).containsExactly(0, 100, 255);
        assertThat(Drawn.pixel(image, 1, 0)).containsExactly(100, 101, 100);
    }

    @ParameterizedTest
    @CsvSource({"png, 10", "jpeg, 10", "tiff, 10", "gif, 10", "bmp, 10", "png, 11", "tiff, 11"})
    void greyStaysAsDarkAsItIs(String format, int type) throws Exception {
        BufferedImage drawn = new BufferedImage(16, 16, type);
        int white = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
        for (int at = 0; at < 256; at++) {
            drawn.getRaster().setSample(at % 16, at / 16, 0, 100 * white);
        }
        RgbImage image = decoder.decode(Drawn.encoded(drawn, format), 16, 16).image();
        assertClose(Drawn.pixel(image, 8, 8), List.of(100, 100, 100), 1);
    }

    @Test
    void inksOfPrintersBecomeColours() throws Exception {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null);
        for (int at = 0; at < 256; at++) {
            inks.setPixel(at % 16, at / 16, new int[]{0, 255, 128, 51});
        }
        byte[] plain = Drawn.jpeg(new IIOImage(inks, null, null), false);
        assertClose(Drawn.pixel(decoder.decode(plain, 1, 1).image(), 8, 8), List.of(204, 0, 102), 3);
        byte[] adobe = Drawn.withSegment(plain, 0xee, "Adobe", new byte[]{0, 100, 0, 0, 0, 0, 0});
        assertClose(Drawn.pixel(decoder.decode(adobe, 1, 1).image(), 8, 8), List.of(0, 51, 26), 3);
    }

    @Test
    void theFirstPictureOfAnAnimationCounts() throws Exception {
        BufferedImage first = Drawn.fields(32, 24);
        byte[] gif = Drawn.gif(List.of(first, new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB)));
        assertThat(Drawn.pixel(decoder.decode(gif, 1, 1).image(), 30, 20)).isEqualTo(Drawn.pixel(first, 30, 20));

        byte[] png = Drawn.encoded(first, "png");
        byte[] animation = PngChunks.chunk("acTL", new byte[]{0, 0, 0, 1, 0, 0, 0, 0});
        byte[] control = new byte[26];
        control[7] = 32;
        control[11] = 24;
        control[21] = 1;
        byte[] blackFrame = PngChunks.join(new byte[]{0, 0, 0, 1}, PngChunks.deflated(new byte[24 * (1 + 3 * 32)]));
        byte[] animated = PngChunks.join(Arrays.copyOf(PngChunks.insert(png, animation), png.length + 20 - 12),
                PngChunks.chunk("fcTL", control), PngChunks.chunk("fdAT", blackFrame),
                PngChunks.chunk("IEND", new byte[0]));
        assertThat(Drawn.pixel(decoder.decode(animated, 1, 1).image(), 30, 20)).isEqualTo(Drawn.pixel(first, 30, 20));
    }

    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        List<byte[]> photos = new ArrayList<>();
        for (String format : List.of("jpeg", "png", "gif", "bmp", "tiff")) {
            photos.add(Drawn.encoded(Drawn.fields(641, 479), format));
        }
        photos.add(Webp.lossless(Drawn.fields(641, 479)));
        List<byte[]> expected = new ArrayList<>();
        for (byte[] photo : photos) {
            expected.add(decoder.decode(photo, 100, 100).image().pixels());
        }
        List<Callable<byte[]>> tasks = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            byte[] photo = photos.get(i % photos.size());
            tasks.add(() -> decoder.decode(photo, 100, 100).image().pixels());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<byte[]>> results = threads.invokeAll(tasks);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(expected.get(i % photos.size()));
            }
        }
    }

    private static void assertClose(List<Integer> actual, List<Integer> expected, int tolerance) {
        for (int channel = 0; channel < 3; channel++) {
            assertThat(actual.get(channel)).as("%s instead of %s", actual, expected).isCloseTo(expected.get(channel),
                    Offset.offset(tolerance));
        }
    }
}
