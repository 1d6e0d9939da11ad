package semblance.indexer.decode;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;

import com.twelvemonkeys.imageio.plugins.bmp.BMPImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.bmp.CURImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.bmp.ICOImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pcx.PCXImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.pnm.PNMImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.psd.PSDImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tga.TGAImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.BigTIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;

/// Which readers of ImageIO read a format, the first choice first: the JDK's, which are the quicker ones, before those of
/// TwelveMonkeys, which know more variants. They are named here, for which of them ImageIO itself would offer first
/// depends on the class path.
final class RasterReaders {
    private static final String OF_THE_JDK = "com.sun.imageio.";
    private static final int CURSOR = 2;
    private static final int BITMAP_HEADER = 14;
    private static final int BITMAP_BITS = 28;
    private static final int BITMAP_ALPHA = 66;
    private static final int WITH_ALPHA = 56;
    private static final int PHOTOMETRIC = 0x0106;
    private static final int LAB = 8;

    private RasterReaders() {
    }

    static List<ImageReaderSpi> of(PhotoFormat format, byte[] content) {
        return switch (format) {
            case JPEG, PNG, GIF -> jdk(format).toList();
            case BMP -> bitmap(content).toList();
            case TIFF -> tiff(content).toList();
            case ICO -> List.of(isCursor(content) ? new CURImageReaderSpi() : new ICOImageReaderSpi());
            case PSD -> List.of(new PSDImageReaderSpi());
            case TGA -> List.of(new TGAImageReaderSpi());
            case PCX -> List.of(new PCXImageReaderSpi());
            case PNM -> List.of(new PNMImageReaderSpi());
            case WEBP, HEIF, AVIF, JPEG_2000, JPEG_XL, RAW, OTHER_PICTURE, VIDEO, NOT_A_PICTURE -> List.of();
        };
    }

    static boolean isCursor(byte[] icon) {
        return icon[2] == CURSOR;
    }

    private static Stream<ImageReaderSpi> bitmap(byte[] content) {
        // Whose transparency the JDK's reader passes over.
        boolean transparent = content.length >= BITMAP_ALPHA + 4
                && Bytes.uint16Little(content, BITMAP_BITS) == Short.SIZE
                && Bytes.uint32Little(content, BITMAP_HEADER) >= WITH_ALPHA
                && Bytes.uint32Little(content, BITMAP_ALPHA) != 0;
        return transparent
                ? Stream.of(new BMPImageReaderSpi())
                : Stream.concat(jdk(PhotoFormat.BMP), Stream.of(new BMPImageReaderSpi()));
    }

    private static Stream<ImageReaderSpi> tiff(byte[] content) {
        if (BigTiff.isOne(content)) {
            return Stream.of(new BigTIFFImageReaderSpi());
        }
        // Which the JDK's reader shows far too dark.
        boolean lab = TiffDirectory.read(content, 0).number(PHOTOMETRIC, 0) == LAB;
        return lab
                ? Stream.of(new TIFFImageReaderSpi())
                : Stream.concat(jdk(PhotoFormat.TIFF), Stream.of(new TIFFImageReaderSpi()));
    }

    private static Stream<ImageReaderSpi> jdk(PhotoFormat format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        while (readers.hasNext()) {
            ImageReaderSpi provider = readers.next().getOriginatingProvider();
            if (provider.getClass().getName().startsWith(OF_THE_JDK)) {
                return Stream.of(provider);
            }
        }
        return Stream.empty();
    }
}
