package semblance.indexer.decode;

import java.util.Arrays;

import semblance.model.RgbImage;

/// The canvas of a GIF and where its first picture lies on it.
///
/// @param width  of the canvas, which holds the first picture
/// @param height of the canvas
/// @param x      of the first picture's left edge
/// @param y      of the first picture's top edge
record GifStructure(int width, int height, int x, int y) {
    private static final int HEADER = 13;
    private static final int MOST_PIXELS_PER_BYTE = 1000;
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2c;

    static GifStructure read(byte[] content) throws DecodeException {
        ByteCursor in = new ByteCursor(content, 0, content.length);
        in.skip(HEADER);
        in.skip(colours(content[HEADER - 3]));
        for (int block = in.uint8(); block != PICTURE; block = in.uint8()) {
            if (block != EXTENSION) {
                throw Failures.damaged();
            }
            in.skip(1);
            for (int length = in.uint8(); length > 0; length = in.uint8()) {
                in.skip(length);
            }
        }
        int x = little(in);
        int y = little(in);
        int right = x + little(in);
        int bottom = y + little(in);
        int width = Math.max(Bytes.uint16Little(content, 6), right);
        int height = Math.max(Bytes.uint16Little(content, 8), bottom);
        // A canvas costs a file nothing: one that is garbled is not to cost memory.
        if ((width > right || height > bottom) && (long) width * height / MOST_PIXELS_PER_BYTE > content.length) {
            throw Failures.damaged();
        }
        return new GifStructure(width, height, x, y);
    }

    private static int colours(byte packed) {
        return (packed & 0x80) == 0 ? 0 : 3 << ((packed & 7) + 1);
    }

    private static int little(ByteCursor in) throws DecodeException {
        return in.uint8() | in.uint8() << Byte.SIZE;
    }

    /// The first picture where it lies, on white.
    RgbImage onCanvas(RgbImage picture) throws DecodeException {
        if (picture.width() == width && picture.height() == height) {
            return picture;
        }
        if (x + picture.width() > width || y + picture.height() > height) {
            throw Failures.damaged();
        }
        byte[] canvas = new byte[3 * width * height];
        Arrays.fill(canvas, (byte) 0xff);
        for (int row = 0; row < picture.height(); row++) {
            System.arraycopy(picture.pixels(), 3 * row * picture.width(), canvas, 3 * ((y + row) * width + x),
                    3 * picture.width());
        }
        return new RgbImage(width, height, canvas);
    }
}
