package semblance.indexer.decode;

import java.util.Locale;
import java.util.Set;

/// Tells a camera's raw file from a plain TIFF: both are TIFF structures, and read as TIFF a raw file gives its thumbnail
/// or nonsense.
final class RawTiff {
    private static final int NEW_SUBFILE_TYPE = 0x00fe;
    private static final int COMPRESSION = 0x0103;
    private static final int PHOTOMETRIC = 0x0106;
    private static final int MAKE = 0x010f;
    private static final int SUB_DIRECTORIES = 0x014a;
    private static final int CFA_PATTERN = 0x828e;
    private static final int TIFF_EP_STANDARD = 0x9216;
    private static final int DNG_VERSION = 0xc612;

    /// Colour filter array; linear raw.
    private static final Set<Integer> SENSOR_PHOTOMETRICS = Set.of(32803, 34892);
    /// Sony, Samsung, Nikon, Kodak, Pentax, Olympus.
    private static final Set<Integer> SENSOR_COMPRESSIONS = Set.of(32767, 32770, 34713, 65000, 65535);
    private static final Set<String> CAMERA_MAKERS = Set.of("nikon", "sony", "pentax", "samsung", "hasselblad", "kodak",
            "eastman", "epson", "leica", "phase", "mamiya", "leaf", "ricoh", "canon", "olympus", "panasonic", "sinar");

    private static final int MOST_BOXES = 1 << 16;

    private RawTiff() {
    }

    /// @param head first bytes of a file that begins as a TIFF
    static boolean isRaw(byte[] head) {
        TiffDirectory first = TiffDirectory.read(head, 0);
        if (first.has(DNG_VERSION) || first.has(CFA_PATTERN)
                || SENSOR_PHOTOMETRICS.contains(first.number(PHOTOMETRIC, 0))
                || SENSOR_COMPRESSIONS.contains(first.number(COMPRESSION, 0))) {
            return true;
        }
        // Otherwise the first directory holds a thumbnail, and the sensor's picture lies in a directory below it.
        boolean thumbnail = first.number(NEW_SUBFILE_TYPE, 0) == 1 && first.has(SUB_DIRECTORIES);
        return isCamera(first) && (thumbnail || first.has(TIFF_EP_STANDARD));
    }

    /// The orientation that a raw file states for all its pictures; as stored where it states none.
    static Orientation orientation(byte[] content) {
        if (Bytes.matches(content, 4, "ftyp")) {
            int first = indexOf(content, "CMT1");
            return first < 0 ? Orientation.UPRIGHT : TiffDirectory.read(content, first + 4).orientation();
        }
        return TiffDirectory.read(content, 0).orientation();
    }

    /// Canon's newer files keep their first directory in a box of this name, near the start.
    private static int indexOf(byte[] content, String box) {
        for (int at = 0; at < Math.min(content.length, MOST_BOXES); at++) {
            if (Bytes.matches(content, at, box)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isCamera(TiffDirectory directory) {
        String make = directory.text(MAKE).strip().toLowerCase(Locale.ROOT);
        return CAMERA_MAKERS.stream().anyMatch(make::startsWith);
    }
}
