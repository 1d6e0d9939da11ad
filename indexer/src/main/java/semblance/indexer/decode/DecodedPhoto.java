package semblance.indexer.decode;

import semblance.model.RgbImage;

/// A photo's pixels, upright, possibly at a reduced scale.
///
/// @param image  upright pixels, decoded at a scale that keeps at least the size asked for
/// @param width  of the whole photo, upright, in pixels
/// @param height of the whole photo, upright, in pixels
/// @param whole  false if a part of the file was missing or garbled: the image holds what could be read
public record DecodedPhoto(RgbImage image, PhotoFormat format, int width, int height, boolean whole) {
}
