package semblance.indexer.decode;

import semblance.model.RgbImage;

/// A picture as stored, before it is turned upright.
///
/// @param whole false if a part of the file was missing or garbled: what could be read is there, the rest is of one colour
record StoredPicture(RgbImage image, boolean whole) {
    static StoredPicture whole(RgbImage image) {
        return new StoredPicture(image, true);
    }

    static StoredPicture inPart(RgbImage image) {
        return new StoredPicture(image, false);
    }

    /// Whether there is anything to be seen.
    boolean isEmpty() {
        byte[] pixels = image.pixels();
        for (int i = 3; i < pixels.length; i++) {
            if (pixels[i] != pixels[i - 3]) {
                return false;
            }
        }
        return true;
    }
}
