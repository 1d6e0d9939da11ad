package semblance.model.preprocess;

import semblance.model.ImagePreprocessing;

/// How a picture of any shape becomes the square that an image tower takes.
public enum Fit {
    /// The middle of the picture; the ends of the long side are cut off. See [ShortestSideCrop].
    SHORTEST_SIDE,
    /// The whole picture with its aspect lost. See [Squash].
    SQUASH,
    /// The whole picture with its aspect kept, between bars. See [Letterbox].
    LETTERBOX;

    /// The preprocessing of this kind.
    ///
    /// @param size edge of the crops in pixels
    /// @param fill grey value of the bars, from 0 to 255; only a letterbox has any
    public ImagePreprocessing preprocessing(int size, Interpolation interpolation, int fill) {
        return switch (this) {
            case SHORTEST_SIDE -> new ShortestSideCrop(size, interpolation);
            case SQUASH -> new Squash(size, interpolation);
            case LETTERBOX -> new Letterbox(size, interpolation, fill);
        };
    }
}
