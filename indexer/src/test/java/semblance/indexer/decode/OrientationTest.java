package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;

class OrientationTest {
    private static final int WIDTH = 128;
    private static final int HEIGHT = 96;

    private final BufferedImage upright = Drawn.fields(WIDTH, HEIGHT);
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);

    /// The sides of the upright picture on which the stored first row and first column lie, as EXIF defines them.
    @ParameterizedTest
    @CsvSource({"1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left", "5, left, top", "6, right, top",
        "7, right, bottom", "8, left, bottom"})
    void everyOrientationIsTurnedUpright(int exif, String firstRow, String firstColumn) throws Exception {
        BufferedImage stored = stored(firstRow, firstColumn);
        byte[] jpeg = Drawn.jpeg(stored);
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            byte[] photo = Drawn.withExif(jpeg, Drawn.exif(exif, order));
            DecodedPhoto decoded = decoder.decode(photo, WIDTH, WIDTH);
            assertThat(List.of(decoded.width(), decoded.height())).containsExactly(WIDTH, HEIGHT);
            assertSame(decoded.image(), upright);
            assertThat(decoder.header(photo).width()).as("stored width").isEqualTo(stored.getWidth());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 255, 65535})
    void undefinedValuesMeanAsStored(int exif) throws Exception {
        byte[] photo = Drawn.withExif(Drawn.jpeg(upright), Drawn.exif(exif, ByteOrder.BIG_ENDIAN));
        assertSame(decoder.decode(photo, WIDTH, WIDTH).image(), upright);
    }

    @Test
    void garbledExifFailsNoPhoto() throws Exception {
        byte[] block = Drawn.exif(6, ByteOrder.BIG_ENDIAN);
        for (int at = 0; at < block.length; at++) {
            for (int value : new int[]{0, 0x7f, 0x80, 0xff}) {
                byte[] garbled = block.clone();
                garbled[at] = (byte) value;
                DecodedPhoto decoded = decoder.decode(Drawn.withExif(Drawn.jpeg(upright), garbled), WIDTH, WIDTH);
                assertThat(decoded.width() * decoded.height()).isEqualTo(WIDTH * HEIGHT);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left", "5, left, top", "6, right, top",
        "7, right, bottom", "8, left, bottom"})
    void pngWebpAndTiffAreTurnedToo(int exif, String firstRow, String firstColumn) throws Exception {
        BufferedImage stored = stored(firstRow, firstColumn);
        byte[] block = Drawn.exif(exif, ByteOrder.LITTLE_ENDIAN);
        assertSame(decoder.decode(
                PngChunks.insert(Drawn.encoded(stored, "png"), PngChunks.chunk("eXIf", block)), 1, 1).image(), upright);
        assertSame(decoder.decode(webp(stored, block), 1, 1).image(), upright);
        assertSame(decoder.decode(tiff(stored, exif), 1, 1).image(), upright);
    }

    /// ImageMagick's hexadecimal texts, deflated or not, and XMP, as programs write them that know no other place.
    @ParameterizedTest
    @CsvSource({"1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left", "5, left, top", "6, right, top",
        "7, right, bottom", "8, left, bottom"})
    void pngsAreTurnedByTheirTexts(int exif, String firstRow, String firstColumn) throws Exception {
        byte[] png = Drawn.encoded(stored(firstRow, firstColumn), "png");
        byte[] block = PngChunks.join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1),
                Drawn.exif(exif, ByteOrder.BIG_ENDIAN));
        byte[] hexadecimal = "\nexif\n%8d\n%s\n".formatted(block.length, HexFormat.of().formatHex(block))
                .getBytes(StandardCharsets.US_ASCII);
        byte[] xmp = "<x tiff:Orientation=\"%d\"/>".formatted(exif).getBytes(StandardCharsets.US_ASCII);
        List<byte[]> chunks = List.of(
                PngChunks.chunk("tEXt", PngChunks.join(ascii("Raw profile type exif\0"), hexadecimal)),
                PngChunks.chunk("zTXt",
                        PngChunks.join(ascii("Raw profile type APP1\0\0"), PngChunks.deflated(hexadecimal))),
                PngChunks.chunk("iTXt", PngChunks.join(ascii("XML:com.adobe.xmp\0\0\0\0\0"), xmp)),
                PngChunks.chunk("iTXt",
                        PngChunks.join(ascii("XML:com.adobe.xmp\0\1\0en\0XMP\0"), PngChunks.deflated(xmp))));
        for (byte[] chunk : chunks) {
            assertSame(decoder.decode(PngChunks.insert(png, chunk), 1, 1).image(), upright);
        }
    }

    /// What a camera or editor wrote into the place meant for it counts.
    @Test
    void exifCountsMoreThanTexts() throws Exception {
        byte[] png = Drawn.encoded(stored("right", "top"), "png");
        byte[] chunks = PngChunks.join(
                PngChunks.chunk("eXIf", Drawn.exif(6, ByteOrder.BIG_ENDIAN)), PngChunks.chunk("iTXt",
                        ascii("XML:com.adobe.xmp\0\0\0\0\0<x tiff:Orientation='3'/>")));
        assertSame(decoder.decode(PngChunks.insert(png, chunks), 1, 1).image(), upright);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private BufferedImage stored(String firstRow, String firstColumn) {
        boolean swapped = firstRow.equals("left") || firstRow.equals("right");
        BufferedImage stored = new BufferedImage(swapped ? HEIGHT : WIDTH, swapped ? WIDTH : HEIGHT,
                BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int x = swapped ? inward(firstRow, row) : inward(firstColumn, column);
                int y = swapped ? inward(firstColumn, column) : inward(firstRow, row);
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    private static int inward(String side, int steps) {
        return switch (side) {
            case "right" -> WIDTH - 1 - steps;
            case "bottom" -> HEIGHT - 1 - steps;
            default -> steps;
        };
    }

    private static void assertSame(RgbImage actual, BufferedImage expected) {
        assertThat(List.of(actual.width(), actual.height())).containsExactly(expected.getWidth(), expected.getHeight());
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                int x = (2 * column + 1) * WIDTH / 8;
                int y = (2 * row + 1) * HEIGHT / 6;
                List<Integer> colour = Drawn.pixel(expected, x, y);
                for (int channel = 0; channel < 3; channel++) {
                    assertThat(Drawn.pixel(actual, x, y).get(channel)).as("field %d, %d", column, row)
                            .isCloseTo(colour.get(channel), Offset.offset(6));
                }
            }
        }
    }

    /// An extended WebP file around the chunk that the encoder wrote.
    private static byte[] webp(BufferedImage image, byte[] exif) {
        byte[] simple = Webp.lossless(image);
        int chunk = simple.length - 12;
        ByteBuffer out = ByteBuffer.allocate(12 + 18 + chunk + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(simple, 0, 4).putInt(out.capacity() - 8).put(simple, 8, 4);
        out.put("VP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(0x08);
        out.putShort((short) (image.getWidth() - 1)).put((byte) 0);
        out.putShort((short) (image.getHeight() - 1)).put((byte) 0).put(simple, 12, chunk);
        return out.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif).array();
    }

    /// An uncompressed RGB TIFF of one strip.
    private static byte[] tiff(BufferedImage image, int orientation) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[][] tags = {{0x100, width}, {0x101, height}, {0x102, 8}, {0x103, 1}, {0x106, 2}, {0x111, 200},
            {0x112, orientation}, {0x115, 3}, {0x116, height}, {0x117, 3 * width * height}};
        ByteBuffer out = ByteBuffer.allocate(200 + 3 * width * height);
        out.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            boolean isShort = tag[1] < 256 && tag[0] != 0x111;
            boolean bits = tag[0] == 0x102;
            out.putShort((short) tag[0]).putShort((short) (isShort ? 3 : 4)).putInt(bits ? 3 : 1);
            out.putInt(bits ? 190 : isShort ? tag[1] << 16 : tag[1]);
        }
        out.position(190).putShort((short) 8).putShort((short) 8).putShort((short) 8).position(200);
        for (int rgb : image.getRGB(0, 0, width, height, null, 0, width)) {
            out.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
        }
        return out.array();
    }
}
