package semblance.model.preprocess;

import semblance.model.ImageCrop;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;

/// Resizes the shortest side to the crop's edge, keeping the aspect, and takes the square in the middle: how CLIP and
/// its descendants see a picture. The long side is rounded down (torchvision's Resize) and the crop's corner is rounded
/// half to even (torchvision's CenterCrop, which uses Python's `round`).
///
/// @param size          edge of the crops in pixels
/// @param interpolation that the tower was trained with
public record ShortestSideCrop(int size, Interpolation interpolation) implements ImagePreprocessing {
    public ShortestSideCrop {
        if (size < 1) {
            throw new IllegalArgumentException("size " + size);
        }
    }

    /// As CLIP was trained.
    public ShortestSideCrop(int size) {
        this(size, Interpolation.BICUBIC);
    }

    @Override
    public ImageCrop crop(RgbImage image) {
        int shortest = Math.min(image.width(), image.height());
        byte[] pixels = new Resize(middle(image.width(), shortest), middle(image.height(), shortest))
                .apply(image);
        return new ImageCrop(size, pixels);
    }

    private ResizeAxis middle(int side, int shortest) {
        long resized = (long) ((double) ((long) size * side) / shortest);
        long first = (long) Math.rint((resized - size) / 2.0);
        return ResizeAxis.of(interpolation, side, resized, first, size);
    }
}
