package semblance.indexer.decode;

import java.util.Set;

/// Reads what a picture says about itself, without decoding a pixel.
final class HeaderReader {
    private static final int TIFF_BITS = 0x0102;
    private static final int TIFF_COMPRESSION = 0x0103;
    private static final int TIFF_SAMPLES = 0x0115;
    /// Of those that ImageIO decodes: none, fax, LZW, JPEG old and new, Deflate old and new, PackBits.
    private static final Set<Integer> TIFF_COMPRESSIONS = Set.of(1, 2, 3, 4, 5, 6, 7, 8, 32946, 32773);

    /// Pixels a byte that the formats hold which shorten nothing but runs, and a BMP, which mostly shortens nothing.
    private static final int MOST_PER_BYTE = 200;
    private static final int MOST_PER_BYTE_OF_BITMAP = 64;
    private static final int OS2_HEADER = 64;
    /// What other makers' headers call a mask of bits, and readers take it for.
    private static final int OS2_HUFFMAN = 3;

    private final ContentSniffer sniffer = new ContentSniffer();
    private final ImageIoReader imageIo;

    HeaderReader(ImageIoReader imageIo) {
        this.imageIo = imageIo;
    }

    PhotoHeader read(byte[] content) throws DecodeException {
        PhotoFormat format = sniffer.sniff(content);
        return switch (format) {
            case JPEG -> jpeg(JpegStructure.read(content));
            case PNG -> png(PngStructure.read(content));
            case WEBP -> webp(WebpStructure.read(content));
            case GIF -> gif(content);
            case BMP -> bitmap(content);
            case TIFF -> tiff(content);
            case HEIF, AVIF -> new HeifLayout(HeifFile.read(content)).picture().header(format);
            case RAW -> RawPreview.largest(content).header();
            case JPEG_2000 -> jpeg2000(Jpeg2000Structure.read(content));
            case PSD -> photoshop(PhotoshopStructure.read(content));
            case ICO -> raster(format, content, Orientation.UPRIGHT, 4, 1);
            case TGA, PCX, PNM -> plausible(raster(format, content, Orientation.UPRIGHT, 4, 2), content, MOST_PER_BYTE);
            case JPEG_XL, OTHER_PICTURE, VIDEO, NOT_A_PICTURE ->
                throw Failures.unreadableFormat(format);
        };
    }

    private static PhotoHeader jpeg(JpegStructure jpeg) throws DecodeException {
        if (!jpeg.isCommon()) {
            throw Failures.unsupported("JPEG photos that are lossless or have more than 8 bits per colour");
        }
        return header(PhotoFormat.JPEG, jpeg.width(), jpeg.height(), jpeg.orientation(), jpeg.components(), 1,
                jpeg.isProgressive());
    }

    private static PhotoHeader png(PngStructure png) throws DecodeException {
        return header(PhotoFormat.PNG, png.width(), png.height(), png.orientation(), png.samples(),
                png.bitDepth() == 16 ? 2 : 1, false);
    }

    private static PhotoHeader jpeg2000(Jpeg2000Structure picture) throws DecodeException {
        return header(PhotoFormat.JPEG_2000, picture.width(), picture.height(), Orientation.UPRIGHT,
                Math.min(4, picture.components()), picture.bits() > Byte.SIZE ? 2 : 1, false);
    }

    private static PhotoHeader photoshop(PhotoshopStructure document) throws DecodeException {
        return header(PhotoFormat.PSD, document.width(), document.height(), Orientation.UPRIGHT,
                Math.min(4, document.channels()), document.depth() > Byte.SIZE ? 2 : 1, false);
    }

    private static PhotoHeader webp(WebpStructure webp) throws DecodeException {
        return header(PhotoFormat.WEBP, webp.width(), webp.height(), webp.orientation(), 4, 1, false);
    }

    private static PhotoHeader gif(byte[] content) throws DecodeException {
        GifStructure gif = GifStructure.read(content);
        return header(PhotoFormat.GIF, gif.width(), gif.height(), Orientation.UPRIGHT, 4, 1, false);
    }

    private PhotoHeader bitmap(byte[] content) throws DecodeException {
        boolean os2 = Bytes.uint32Little(content, 14) == OS2_HEADER;
        if (os2 && content.length > OS2_HEADER && Bytes.uint32Little(content, 30) == OS2_HUFFMAN) {
            throw Failures.unsupported("BMP pictures that are coded like a fax");
        }
        PhotoHeader header = raster(PhotoFormat.BMP, content, Orientation.UPRIGHT, 4, 1);
        return plausible(header, content, MOST_PER_BYTE_OF_BITMAP);
    }

    /// These formats do not shorten a picture by much: one that claims far more pixels than it has bytes lies.
    private static PhotoHeader plausible(PhotoHeader header, byte[] content, int mostPerByte) throws DecodeException {
        if ((long) header.width() * header.height() / mostPerByte > content.length) {
            throw Failures.damaged();
        }
        return header;
    }

    private PhotoHeader tiff(byte[] content) throws DecodeException {
        if (BigTiff.isOne(content)) {
            return raster(PhotoFormat.TIFF, content, BigTiff.orientation(content), 4, 2);
        }
        TiffDirectory directory = TiffDirectory.read(content, 0);
        if (!TIFF_COMPRESSIONS.contains(directory.number(TIFF_COMPRESSION, 1))) {
            throw Failures.unsupported("TIFF pictures compressed in this way");
        }
        int samples = Math.clamp(directory.number(TIFF_SAMPLES, 1), 1, 64);
        int bytes = Math.clamp(Math.ceilDiv(directory.number(TIFF_BITS, 1), Byte.SIZE), 1, 8);
        return raster(PhotoFormat.TIFF, content, directory.orientation(), samples, bytes);
    }

    private PhotoHeader raster(PhotoFormat format, byte[] content, Orientation orientation, int samples, int bytes)
            throws DecodeException {
        ImageIoReader.Size size = imageIo.size(format, content);
        return header(format, size.width(), size.height(), orientation, samples, bytes, false);
    }

    private static PhotoHeader header(PhotoFormat format, int width, int height, Orientation orientation, int samples,
            int sampleBytes, boolean progressive) throws DecodeException {
        if (width < 1 || height < 1 || samples < 1) {
            throw Failures.damaged();
        }
        return new PhotoHeader(format, width, height, orientation, samples, sampleBytes, progressive);
    }
}
