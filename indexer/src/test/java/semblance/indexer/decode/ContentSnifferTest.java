package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentSnifferTest {
    private static final int MAKE = 0x010f;
    private static final int SUB_DIRECTORIES = 0x014a;

    private final ContentSniffer sniffer = new ContentSniffer();

    @ParameterizedTest
    @CsvSource({"jpeg, JPEG", "png, PNG", "gif, GIF", "bmp, BMP", "tiff, TIFF"})
    void whatImageIoWritesIsKnown(String writer, PhotoFormat expected) throws IOException {
        byte[] file = Drawn.encoded(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), writer);
        assertThat(sniffer.sniff(file)).isEqualTo(expected);
        assertThat(sniffer.sniff(Arrays.copyOf(file, Math.min(file.length, 4096)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // major brand and compatible brands of an ISO base media file
        "heic:mif1heic, HEIF", "mif1:mif1heicmiaf, HEIF", "msf1:hevc, HEIF", "hevc:msf1, HEIF", "heix:mif1, HEIF",
        "avif:mif1miaf, AVIF", "mif1:mif1avif, AVIF", "avis:msf1, AVIF", "MiHE:mif1heic, HEIF", "crx :crx isom, RAW",
        "isom:isomavc1, VIDEO", "mp42:mp42mif1, VIDEO", "qt  :qt  , VIDEO", "M4V :M4V , VIDEO", "3gp5:isom, VIDEO",
        "zzzz:zzzzisom, VIDEO", "M4A :M4A mp42isom, NOT_A_PICTURE", "zzzz:zzzz, NOT_A_PICTURE"})
    void brandsTellPicturesFromVideos(String brands, PhotoFormat expected) {
        String major = brands.substring(0, 4);
        String compatible = brands.substring(5);
        byte[] head = ByteBuffer.allocate(64).putInt(16 + compatible.length()).put(ascii("ftyp")).put(ascii(major))
                .putInt(0).put(ascii(compatible)).array();
        assertThat(sniffer.sniff(head)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0000000c6a5020200d0a870a00000014667479706a703220, JPEG_2000", "ff4fff5100290000, JPEG_2000",
        "0000000c4a584c200d0a870a00000014, JPEG_XL", "ff0afa7f0190, JPEG_XL",
        "49492a0010000000435202000000, RAW", "46554a4946494c4d4343442d52415720, RAW", "49495500180000008867, RAW",
        "464f566200000203, RAW", "3842505300010000000000000003, PSD",
        "000001000100101000000000200068040000160000002800, ICO", "50360a342034, PNM",
        "50360a3420340a323535, PNM", "762f310102000000, OTHER_PICTURE", "49492b00080000001000, TIFF",
        "4d4d002b00080000, TIFF",
        "0000020000000000000000004000400018000000, TGA", "00000a00000000000000000040004000182000, TGA",
        "0000020001000000000000004000400018000000, NOT_A_PICTURE",
        "524946462400000057415645666d7420, NOT_A_PICTURE", "504b0304140000000800, NOT_A_PICTURE",
        "255044462d312e340a25, NOT_A_PICTURE", "1a45dfa39342868101, VIDEO",
        "524946460000000041564920, VIDEO", "3026b2758e66cf11a6d900aa0062ce6c, VIDEO", "464c5601050000, VIDEO",
        "000001ba44000400, VIDEO", "000001ba21000100, VIDEO", "000001b3140f0f, NOT_A_PICTURE",
        "0000000877696465001234566d646174, VIDEO", "001234566d646174, VIDEO", "0000006c6d6f6f76, VIDEO",
        "4f676753000200000000807468656f7261, VIDEO", "4f67675300020000000001766f72626973, NOT_A_PICTURE",
        "7f454c4602010100, NOT_A_PICTURE", "ff, NOT_A_PICTURE"})
    void firstBytesTellTheFormat(String hex, PhotoFormat expected) {
        byte[] head = HexFormat.of().parseHex(hex);
        if (expected == PhotoFormat.OTHER_PICTURE || expected == PhotoFormat.PNM) {
            head = Arrays.copyOf(head, 64);
        }
        assertThat(sniffer.sniff(head)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"'BMW, a maker of cars, and other notes of mine'", "'BAD weather'", "'CIty guide'", "'PTA meeting'",
        "'II. Chapter two'", "'MM. and so on'", "'P3 is a processor'", "'the wide world'", "'Old moov'",
        "'G is a letter'", "'FLV files'", "'OggS is a mark'", "'GIF is a format'", "''"})
    void textsAreNotPicturesHoweverTheyBegin(String text) {
        assertThat(sniffer.sniff(ascii(text))).isEqualTo(PhotoFormat.NOT_A_PICTURE);
    }

    @Test
    void anEmptyFileIsNotAPicture() {
        assertThat(sniffer.sniff(new byte[0])).isEqualTo(PhotoFormat.NOT_A_PICTURE);
    }

    @Test
    void rawFilesThatLookLikeTiffAreRaw() {
        assertThat(sniffer.sniff(tiff("Canon", 0xc612, 4))).as("DNG").isEqualTo(PhotoFormat.RAW);
        assertThat(sniffer.sniff(tiff("NIKON CORPORATION", SUB_DIRECTORIES, 1))).as("NEF").isEqualTo(PhotoFormat.RAW);
        assertThat(sniffer.sniff(tiff("SONY", SUB_DIRECTORIES, 1))).as("ARW").isEqualTo(PhotoFormat.RAW);
        assertThat(sniffer.sniff(tiff("A scanner", SUB_DIRECTORIES, 1))).as("scan").isEqualTo(PhotoFormat.TIFF);
        assertThat(sniffer.sniff(tiff("NIKON CORPORATION", 0x0112, 1))).as("TIFF export").isEqualTo(PhotoFormat.TIFF);
    }

    /// A TIFF whose first directory is a thumbnail (tag 0x00fe is 1), with a maker and one tag more.
    private static byte[] tiff(String make, int tag, int value) {
        ByteBuffer out = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) 3);
        out.putShort((short) 0x00fe).putShort((short) 4).putInt(1).putInt(1);
        out.putShort((short) MAKE).putShort((short) 2).putInt(make.length() + 1).putInt(64);
        out.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value).putInt(0);
        return out.position(64).put(ascii(make)).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
