package semblance.model.preprocess;

import semblance.model.ImageCrop;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;

/// Resizes both sides to the crop's edge whatever the aspect: nothing is cut off, but shapes are distorted. How SigLIP
/// sees a picture.
///
/// @param size edge of the crops in pixels
public record Squash(int size) implements ImagePreprocessing {
    public Squash {
        if (size < 1) {
            throw new IllegalArgumentException("size " + size);
        }
    }

    @Override
    public ImageCrop crop(RgbImage image) {
        byte[] pixels = new BicubicResize(BicubicAxis.of(image.width(), size, 0, size),
                BicubicAxis.of(image.height(), size, 0, size)).apply(image);
        return new ImageCrop(size, pixels);
    }
}
