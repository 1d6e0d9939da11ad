package semblance.model.preprocess;

import java.util.Arrays;

import semblance.model.ImageCrop;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;

/// Resizes the longest side to the crop's edge, keeping the aspect, and puts the picture into the middle of a square of
/// one colour: nothing is cut off or distorted, and part of the square shows nothing. The short side is rounded to the
/// nearest pixel and the picture's corner down (open_clip's `longest`).
///
/// @param size          edge of the crops in pixels
/// @param interpolation that the tower was trained with
/// @param fill          grey value of the bars, from 0 to 255
public record Letterbox(int size, Interpolation interpolation, int fill) implements ImagePreprocessing {
    public Letterbox {
        if (size < 1 || fill < 0 || fill > 255) {
            throw new IllegalArgumentException("size " + size + ", fill " + fill);
        }
    }

    @Override
    public ImageCrop crop(RgbImage image) {
        int longest = Math.max(image.width(), image.height());
        int width = resized(image.width(), longest);
        int height = resized(image.height(), longest);
        byte[] inner = new Resize(ResizeAxis.of(interpolation, image.width(), width, 0, width),
                ResizeAxis.of(interpolation, image.height(), height, 0, height)).apply(image);
        byte[] pixels = new byte[3 * size * size];
        Arrays.fill(pixels, (byte) fill);
        int corner = 3 * ((size - height) / 2 * size + (size - width) / 2);
        for (int y = 0; y < height; y++) {
            System.arraycopy(inner, 3 * width * y, pixels, corner + 3 * size * y, 3 * width);
        }
        return new ImageCrop(size, pixels);
    }

    private int resized(int side, int longest) {
        return Math.max(1, (int) Math.rint((double) side * size / longest));
    }
}
