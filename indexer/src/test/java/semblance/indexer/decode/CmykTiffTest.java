package semblance.indexer.decode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;

class CmykTiffTest {
    private static final int ENTRIES = 9;
    private static final int DATA = 8 + 2 + 12 * ENTRIES + 4 + 8;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int[][] INKS = {{0, 0, 0, 0}, {255, 0, 0, 0}, {0, 255, 255, 0}, {20, 40, 60, 80},
        {0, 0, 0, 255}, {100, 0, 200, 0}};

    /// A picture of one row, a pixel for each mixture of inks.
    private static byte[] tiff(int bytes) {
        int size = INKS.length * 4 * bytes;
        ByteBuffer out = ByteBuffer.allocate(DATA + size).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) 0x4949).putShort((short) 42).putInt(8).putShort((short) ENTRIES);
        entry(out, 256, SHORT, 1, INKS.length);
        entry(out, 257, SHORT, 1, 1);
        entry(out, 258, SHORT, 4, DATA - 8);
        entry(out, 259, SHORT, 1, 1);
        entry(out, 262, SHORT, 1, 5);
        entry(out, 273, LONG, 1, DATA);
        entry(out, 277, SHORT, 1, 4);
        entry(out, 278, SHORT, 1, 1);
        entry(out, 279, LONG, 1, size);
        out.putInt(0);
        for (int i = 0; i < 4; i++) {
            out.putShort((short) (8 * bytes));
        }
        for (int[] pixel : INKS) {
            for (int ink : pixel) {
                for (int i = 0; i < bytes; i++) {
                    out.put((byte) ink);
                }
            }
        }
        return out.array();
    }

    private static void entry(ByteBuffer out, int tag, int type, int count, int value) {
        out.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void inksAreMixedAsInJpegs(int bytes) throws Exception {
        RgbImage picture = new PhotoDecoder(DecodeLimits.DEFAULT).decode(tiff(bytes), 10, 10).image();
        for (int x = 0; x < INKS.length; x++) {
            int[] inks = INKS[x];
            List<Integer> expected = List.of(left(inks[0], inks[3]), left(inks[1], inks[3]), left(inks[2], inks[3]));
            assertThat(Drawn.pixel(picture, x, 0)).isEqualTo(expected);
        }
    }

    /// What is left of white light.
    private static int left(int ink, int black) {
        return (int) Math.round((255 - ink) * (255 - black) / 255.0);
    }
}
