package semblance.model;

/// From an upright picture to the crop that an image tower was trained on. Thread-safe.
public interface ImagePreprocessing {
    /// Edge of the crops in pixels.
    int size();

    ImageCrop crop(RgbImage image);
}
