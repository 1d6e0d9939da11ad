package semblance.indexer.decode;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// Variants of formats that few programs write and many read.
class RasterVariantsTest {
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);

    @Test
    void ofAnIconsPicturesOfOneSizeTheOneOfMostColoursIsShown() throws Exception {
        byte[] few = plain(Color.RED);
        byte[] most = plain(Color.BLUE);
        byte[] least = plain(Color.BLACK);

        DecodedPhoto photo = decoder.decode(icon(List.of(few, most, least), List.of(4, 32, 1)), 16, 16);

        assertThat(Drawn.pixel(photo.image(), 8, 8)).containsExactly(0, 0, 255);
    }

    /// Four bits a channel: a red pixel, one that lets half of the white shine through, one that is not there.
    @Test
    void transparencyOfBitmapsOfSixteenBitsLiesOnWhite() throws Exception {
        ByteBuffer file = ByteBuffer.allocate(14 + 108 + 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'B').put((byte) 'M').putInt(file.capacity()).putInt(0).putInt(14 + 108);
        file.putInt(108).putInt(3).putInt(1).putShort((short) 1).putShort((short) 16).putInt(3).putInt(8);
        file.position(54).putInt(0x0f00).putInt(0x00f0).putInt(0x000f).putInt(0xf000);
        file.position(14 + 108).putShort((short) 0xff00).putShort((short) 0x8f00).putShort((short) 0x0f00);

        DecodedPhoto photo = decoder.decode(file.array(), 1, 1);

        assertThat(Drawn.pixel(photo.image(), 0, 0)).containsExactly(255, 0, 0);
        assertThat(Drawn.pixel(photo.image(), 1, 0)).containsExactly(255, 119, 119);
        assertThat(Drawn.pixel(photo.image(), 2, 0)).containsExactly(255, 255, 255);
    }

    private static byte[] plain(Color colour) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, 16, 16);
        graphics.dispose();
        return Drawn.encoded(image, "png");
    }

    /// An icon of 16 × 16 pixels.
    ///
    /// @param bits of a pixel of each picture
    private static byte[] icon(List<byte[]> pngs, List<Integer> bits) {
        int length = 6 + 16 * pngs.size();
        ByteBuffer file = ByteBuffer.allocate(length + pngs.stream().mapToInt(png -> png.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) pngs.size());
        int at = length;
        for (int i = 0; i < pngs.size(); i++) {
            byte[] png = pngs.get(i);
            file.put((byte) 16).put((byte) 16).putShort((short) 0).putShort((short) 1)
                    .putShort(bits.get(i).shortValue()).putInt(png.length).putInt(at);
            at += png.length;
        }
        pngs.forEach(file::put);
        return file.array();
    }
}
