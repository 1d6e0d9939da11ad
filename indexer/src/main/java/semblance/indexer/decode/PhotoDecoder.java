package semblance.indexer.decode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

import semblance.indexer.decode.DecodeException.Reason;
import semblance.model.RgbImage;

/// From a file's bytes to upright RGB pixels.
///
/// - JPEG (also of four inks), PNG, WebP, GIF, BMP and TIFF are read in this process; of an animation the first picture,
///   of a TIFF the first page. Of a camera's raw file the preview is read, which the camera made.
/// - HEIC, AVIF, JPEG 2000 and the merged picture of Photoshop documents are decoded by worker processes.
/// - Videos are opened by their path, and decoded by worker processes frame by frame.
/// - Transparent parts lie on white. 16 bits per sample become 8. ICC profiles are not applied.
/// - The EXIF orientation is applied, of HEIC and AVIF the file's own instead; a garbled or undefined one means as stored and fails no photo.
/// - Size and kind are read from the header and checked against the limits before memory for pixels is taken.
///
/// Thread-safe; a decoder keeps nothing between calls.
public final class PhotoDecoder {
    private static final int HEAD = 4096;

    private final DecodeLimits limits;
    private final SizedDecoder workers;
    private final HeaderReader headers;
    private final OpenCvReader openCv;
    private final ImageIoReader imageIo;
    private final CmykJpeg cmyk;

    /// Makes a decoder without workers: what they would decode is refused.
    public PhotoDecoder(DecodeLimits limits) {
        this(limits, (_, header, _) -> {
            throw Failures.unreadableFormat(header.format());
        });
    }

    /// Makes a decoder.
    ///
    /// @param workers for what is not decoded in this process; the caller's to close
    public PhotoDecoder(DecodeLimits limits, SizedDecoder workers) {
        this.limits = limits;
        this.workers = workers;
        this.imageIo = new ImageIoReader();
        this.headers = new HeaderReader(imageIo);
        this.openCv = new OpenCvReader();
        this.cmyk = new CmykJpeg(imageIo);
    }

    /// Reads the header alone, so that a caller can count what decoding will take ([PhotoHeader#decodedBytes]).
    ///
    /// @throws DecodeException if [#decode] would fail for the same reason without decoding a pixel
    public PhotoHeader header(byte[] content) throws DecodeException {
        limits.checkBytes(content.length);
        PhotoHeader header = headers.read(content);
        limits.checkPixels(header.width(), header.height());
        return header;
    }

    /// Decodes at the smallest scale that keeps both sizes, or whole if the photo is smaller or its format knows no
    /// scales. Never enlarges.
    ///
    /// @param content      the whole file
    /// @param shortestSide pixels that the shorter side of the result has at least, if the photo has them
    /// @param longestSide  pixels that the longer side of the result has at least, if the photo has them
    /// @throws DecodeException if there is no picture in the bytes that this version reads
    public DecodedPhoto decode(byte[] content, int shortestSide, int longestSide) throws DecodeException {
        PhotoHeader header = header(content);
        RgbImage stored = stored(header, content, header.scale(shortestSide, longestSide));
        return new DecodedPhoto(header.orientation().upright(stored), header.format(), header.uprightWidth(),
                header.uprightHeight());
    }

    /// Whether a file may be a video, by its first bytes.
    ///
    /// @throws IOException if it cannot be read
    public static boolean isVideo(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new ContentSniffer().sniff(in.readNBytes(HEAD)) == PhotoFormat.VIDEO;
        }
    }

    /// Opens a video.
    ///
    /// @param giveUp asked before each frame
    /// @return to be closed by the caller
    /// @throws DecodeException if there is no video in the file that this version reads; of the kind
    ///                         [Reason#NO_PICTURE] if it holds sound or data alone
    public VideoFrames video(VideoOrder order, BooleanSupplier giveUp) throws DecodeException {
        return workers.video(order, giveUp);
    }

    private RgbImage stored(PhotoHeader header, byte[] content, int scale) throws DecodeException {
        if (header.format() == PhotoFormat.JPEG && header.samples() == 4) {
            return cmyk.decode(content);
        }
        return switch (header.format()) {
            case JPEG -> orElseImageIo(header.format(), content, () -> openCv.jpeg(content, scale));
            case PNG -> {
                byte[] pixels = PngStructure.pixelsOnly(content);
                yield orElseImageIo(header.format(), pixels, () -> openCv.pngOrWebp(pixels));
            }
            case WEBP -> openCv.pngOrWebp(content);
            case TIFF -> CmykTiff.isOne(content)
                    ? new CmykTiff(imageIo).decode(content)
                    : imageIo.decode(header.format(), content);
            case GIF, BMP -> imageIo.decode(header.format(), content);
            case RAW -> openCv.jpeg(RawPreview.largest(content).jpeg(), scale);
            case HEIF, AVIF, JPEG_2000, PSD -> workers.decode(content, header, scale);
            case JPEG_XL, ICO, OTHER_PICTURE, VIDEO, NOT_A_PICTURE ->
                throw Failures.unreadableFormat(header.format());
        };
    }

    private interface Reading {
        RgbImage read() throws DecodeException;
    }

    /// The two libraries stumble over different irregularities.
    private RgbImage orElseImageIo(PhotoFormat format, byte[] content, Reading first) throws DecodeException {
        try {
            return first.read();
        } catch (DecodeException e) {
            if (e.reason() != Reason.DAMAGED) {
                throw e;
            }
            try {
                return imageIo.decode(format, content);
            } catch (DecodeException second) {
                e.addSuppressed(second);
                throw e;
            }
        }
    }
}
