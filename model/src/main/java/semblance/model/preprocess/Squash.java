package semblance.model.preprocess;

import semblance.model.ImageCrop;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;

/// Resizes both sides to the crop's edge whatever the aspect: nothing is cut off, but shapes are distorted. How SigLIP
/// sees a picture.
///
/// @param size          edge of the crops in pixels
/// @param interpolation that the tower was trained with
public record Squash(int size, Interpolation interpolation) implements ImagePreprocessing {
    public Squash {
        if (size < 1) {
            throw new IllegalArgumentException("size " + size);
        }
    }

    /// With the bicubic kernel.
    public Squash(int size) {
        this(size, Interpolation.BICUBIC);
    }

    @Override
    public ImageCrop crop(RgbImage image) {
        byte[] pixels = new Resize(ResizeAxis.of(interpolation, image.width(), size, 0, size),
                ResizeAxis.of(interpolation, image.height(), size, 0, size)).apply(image);
        return new ImageCrop(size, pixels);
    }
}
