package semblance.indexer.decode;

import java.util.HashSet;
import java.util.Set;

/// The brands of an ISO base media file (its `ftyp` box): pictures and videos share this container and differ only by
/// these four-letter words.
///
/// @param major      what the writer calls the file
/// @param compatible what readers may take it for
record FileBrands(String major, Set<String> compatible) {
    private static final Set<String> AVIF = Set.of("avif", "avis");
    private static final Set<String> HEIF = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs",
            "mif1", "mif2", "mif3", "msf1", "miaf", "jpeg", "jpgs", "j2ki", "j2is", "avci", "avcs", "vvic", "unif");
    private static final Set<String> VIDEO = Set.of("isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8",
            "iso9", "mp41", "mp42", "mp71", "avc1", "qt  ", "M4V ", "M4VH", "M4VP", "mmp4", "dash", "MSNV",
            "F4V ", "f4v ", "F4P ", "3gp4", "3gp5", "3gp6", "3gp7", "3ge6", "3gg6", "3g2a", "3g2b", "XAVC");
    private static final Set<String> SOUND = Set.of("M4A ", "M4P ", "M4B ", "F4A ", "F4B ", "aax ", "aaxc");

    /// @param head a file's first bytes, "ftyp" at the fifth
    static FileBrands read(byte[] head) {
        int end = (int) Math.min(head.length, Bytes.uint32(head, 0));
        Set<String> compatible = new HashSet<>();
        for (int offset = 16; offset + 4 <= end; offset += 4) {
            compatible.add(Bytes.fourCharacters(head, offset));
        }
        return new FileBrands(Bytes.fourCharacters(head, 8), compatible);
    }

    PhotoFormat format() {
        if (major.equals("crx ")) {
            return PhotoFormat.RAW;
        }
        if (AVIF.contains(major)) {
            return PhotoFormat.AVIF;
        }
        if (SOUND.contains(major)) {
            return PhotoFormat.NOT_A_PICTURE;
        }
        if (VIDEO.contains(major)) {
            return PhotoFormat.VIDEO;
        }
        if (compatible.stream().anyMatch(AVIF::contains)) {
            return PhotoFormat.AVIF;
        }
        boolean heif = HEIF.contains(major) || compatible.stream().anyMatch(HEIF::contains);
        boolean video = compatible.stream().anyMatch(VIDEO::contains);
        return heif ? PhotoFormat.HEIF : video ? PhotoFormat.VIDEO : PhotoFormat.NOT_A_PICTURE;
    }
}
