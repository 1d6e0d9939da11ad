package semblance.indexer.decode;

import java.util.Set;

import semblance.model.RgbImage;

/// TIFFs of four inks, as printers get them. ImageIO reads their samples, but mixes them too brightly, or takes the fourth
/// for transparency.
final class CmykTiff {
    private static final int COMPRESSION = 0x0103;
    private static final int PHOTOMETRIC = 0x0106;
    private static final int SAMPLES = 0x0115;
    private static final int SEPARATED = 5;
    /// Of these ImageIO hands the inks out inverted, as in JPEG files.
    private static final Set<Integer> JPEG = Set.of(6, 7);

    private final ImageIoReader imageIo;

    CmykTiff(ImageIoReader imageIo) {
        this.imageIo = imageIo;
    }

    static boolean isOne(byte[] content) {
        TiffDirectory directory = TiffDirectory.read(content, 0);
        return directory.number(PHOTOMETRIC, 0) == SEPARATED && directory.number(SAMPLES, 1) >= 4;
    }

    RgbImage decode(byte[] content) throws DecodeException {
        int compression = TiffDirectory.read(content, 0).number(COMPRESSION, 1);
        return imageIo.inks(PhotoFormat.TIFF, content, JPEG.contains(compression));
    }
}
