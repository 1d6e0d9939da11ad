package semblance.indexer.decode;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// The picture of an HEIF file: which coded pictures it is put together from, and what is done with them then.
///
/// @param parts       coded pictures, row by row from the top left; one if it is no grid
/// @param columns     of the grid
/// @param partWidth   of each part, in pixels
/// @param partHeight  of each part, in pixels
/// @param width       of the parts put together, less what hangs over on the right
/// @param height      of the parts put together, less what hangs over at the bottom
/// @param crop        what of it is to be seen
/// @param orientation how that is turned upright
/// @param alpha       its transparency, as a picture of its own
/// @param premultiplied whether colours are multiplied by transparency
record HeifPicture(List<HeifItem> parts, int columns, int partWidth, int partHeight, int width, int height, Crop crop,
        Orientation orientation, CodedColour colour, int sampleBytes, @Nullable HeifPicture alpha,
        boolean premultiplied) {

    /// How the parts are coded: an item type such as `hvc1`.
    String codec() {
        return parts.getFirst().type();
    }

    HeifPicture turned(Crop newCrop, Orientation newOrientation) {
        return new HeifPicture(parts, columns, partWidth, partHeight, width, height, newCrop, newOrientation, colour,
                sampleBytes, alpha, premultiplied);
    }

    HeifPicture with(HeifPicture newAlpha, boolean multiplied) {
        return new HeifPicture(parts, columns, partWidth, partHeight, width, height, crop, orientation, colour,
                sampleBytes, newAlpha, multiplied);
    }

    PhotoHeader header(PhotoFormat format) {
        return new PhotoHeader(format, crop.width(), crop.height(), orientation, alpha == null ? 3 : 4, sampleBytes,
                false);
    }
}
