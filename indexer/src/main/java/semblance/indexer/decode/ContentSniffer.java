package semblance.indexer.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;

/// Tells a picture or video by its first bytes, whatever its name is. Thread-safe.
public final class ContentSniffer {
    private record Mark(String bytes, PhotoFormat format) {
    }

    /// Pictures that metadata-extractor does not know, or knows only by the name of the file. One character per byte.
    private static final List<Mark> MARKS = List.of(
            new Mark("\0\0\0\u000cjP  \r\n\u0087\n", PhotoFormat.JPEG_2000),
            new Mark("\u00ffO\u00ffQ", PhotoFormat.JPEG_2000),
            new Mark("\0\0\0\u000cJXL \r\n\u0087\n", PhotoFormat.JPEG_XL),
            new Mark("\u00ff\n", PhotoFormat.JPEG_XL),
            new Mark("FUJIFILMCCD-RAW", PhotoFormat.RAW),
            new Mark("FOVb", PhotoFormat.RAW),
            new Mark("\0MRM", PhotoFormat.RAW),
            new Mark("II\u00bc\u0001", PhotoFormat.OTHER_PICTURE), // JPEG XR
            new Mark("MM\0+\0\b\0\0", PhotoFormat.TIFF), // BigTIFF
            new Mark("II+\0\b\0\0\0", PhotoFormat.TIFF),
            new Mark("v/1\u0001", PhotoFormat.OTHER_PICTURE), // OpenEXR
            new Mark("#?RADIANCE\n", PhotoFormat.OTHER_PICTURE),
            new Mark("qoif", PhotoFormat.OTHER_PICTURE),
            new Mark("DDS |\0\0\0", PhotoFormat.OTHER_PICTURE),
            new Mark("\u008bJNG\r\n\u001a\n", PhotoFormat.OTHER_PICTURE));

    /// The format that the bytes show.
    ///
    /// @param head the first bytes of a file, 4 KiB or more where the file has them; more never harms
    public PhotoFormat sniff(byte[] head) {
        if (Bytes.matches(head, 4, "ftyp")) {
            return FileBrands.read(head).format();
        }
        for (Mark mark : MARKS) {
            if (Bytes.matches(head, 0, mark.bytes)) {
                return mark.format;
            }
        }
        if (VideoContainer.of(head).isPresent()) {
            return PhotoFormat.VIDEO;
        }
        if (isPortableAnymap(head)) {
            return PhotoFormat.PNM;
        }
        if (isTarga(head)) {
            return PhotoFormat.TGA;
        }
        return switch (detect(head)) {
            case Jpeg -> PhotoFormat.JPEG;
            case Png -> PhotoFormat.PNG;
            case WebP -> PhotoFormat.WEBP;
            case Gif -> PhotoFormat.GIF;
            case Psd -> PhotoFormat.PSD;
            case Tiff -> RawTiff.isRaw(head) ? PhotoFormat.RAW : PhotoFormat.TIFF;
            case Arw, Crw, Cr2, Nef, Orf, Raf, Rw2, Dng, GoPro, Kdc, ThreeFR, Pef, Srw -> PhotoFormat.RAW;
            case Bmp -> isBitmap(head) ? PhotoFormat.BMP : PhotoFormat.NOT_A_PICTURE;
            case Ico -> isIcon(head) ? PhotoFormat.ICO : PhotoFormat.NOT_A_PICTURE;
            case Pcx -> isPcx(head) ? PhotoFormat.PCX : PhotoFormat.NOT_A_PICTURE;
            default -> PhotoFormat.NOT_A_PICTURE;
        };
    }

    private static FileType detect(byte[] head) {
        try {
            return FileTypeDetector.detectFileType(new ByteArrayInputStream(head));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    /// "BM" alone begins many a text; the length of the second header is what tells.
    private static boolean isBitmap(byte[] head) {
        if (head.length < 26 || !Bytes.matches(head, 0, "BM")) {
            return false;
        }
        long header = Bytes.uint32Little(head, 14);
        return header == 12 || (header >= 16 && header <= 124);
    }

    private static boolean isIcon(byte[] head) {
        return head.length >= 22 && Bytes.uint16Little(head, 4) > 0 && Bytes.uint16Little(head, 4) < 256
                && head[9] == 0 && Bytes.uint32Little(head, 18) >= 22;
    }

    /// A header without a mark: everything in it that has to be so is looked at. Grey or coloured, not of a palette, which
    /// nobody has written for decades.
    private static boolean isTarga(byte[] head) {
        if (head.length < 18 || head[1] != 0 || Bytes.uint32Little(head, 3) != 0 || head[7] != 0) {
            return false;
        }
        int bits = head[16];
        boolean kind = switch (head[2]) {
            case 2, 10 -> bits == 16 || bits == 24 || bits == 32;
            case 3, 11 -> bits == 8 || bits == 16;
            default -> false;
        };
        return kind && (head[17] & 0xc0) == 0 && (head[17] & 0x0f) <= 8 && Bytes.uint16Little(head, 12) > 0
                && Bytes.uint16Little(head, 14) > 0;
    }

    private static boolean isPcx(byte[] head) {
        return head.length >= 128 && head[64] == 0
                && (head[3] == 1 || head[3] == 2 || head[3] == 4 || head[3] == 8);
    }

    /// PBM, PGM, PPM: "P1" to "P6", white space, a number or a comment.
    private static boolean isPortableAnymap(byte[] head) {
        return head.length >= 8 && head[0] == 'P' && head[1] >= '1' && head[1] <= '6'
                && (head[2] == '\n' || head[2] == ' ' || head[2] == '\t' || head[2] == '\r')
                && (head[3] == '#' || (head[3] >= '0' && head[3] <= '9'));
    }
}
