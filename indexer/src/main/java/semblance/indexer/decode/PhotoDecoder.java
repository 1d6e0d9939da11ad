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
/// - JPEG (also of four inks), PNG, WebP, GIF, BMP, TIFF, icons, TGA, PCX and PNM are read in this process; of an animation
///   the first picture, of a TIFF the first page, of an icon the largest picture. Of a camera's raw file the preview is
///   read, which the camera made.
/// - What is cut off or garbled is shown as far as it can be read, and is said not to be whole.
/// - HEIC, AVIF, JPEG 2000 and the merged picture of Photoshop documents are decoded by worker processes.
/// - Videos are opened by their path, and decoded by worker processes frame by frame.
/// - Transparent parts lie on white. 16 bits per sample become 8. ICC profiles are not applied.
/// - The EXIF orientation is applied, of HEIC and AVIF the file's own instead; a garbled or undefined one means as stored and fails no photo.
/// - Size and kind are read from the header and checked against the limits before memory for pixels is taken.
///
/// Thread-safe; a decoder keeps nothing between calls.
public final class PhotoDecoder {
    private static final int HEAD = 4096;
    /// Of a damaged file that claims more there is nothing to be seen.
    private static final int MOST_PIXELS_PER_BYTE = 1000;

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
        StoredPicture stored = stored(header, content, header.scale(shortestSide, longestSide));
        return new DecodedPhoto(header.orientation().upright(stored.image()), header.format(), header.uprightWidth(),
                header.uprightHeight(), stored.whole());
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

    private StoredPicture stored(PhotoHeader header, byte[] content, int scale) throws DecodeException {
        PhotoFormat format = header.format();
        return switch (format) {
            case JPEG -> header.samples() == 4
                    ? StoredPicture.whole(cmyk.decode(content))
                    : first(whole(() -> openCv.jpeg(content, scale)), whole(() -> imageIo.decode(format, content)),
                            inPart(header, content, () -> remains(content)));
            case PNG -> png(header, content);
            case WEBP -> first(whole(() -> openCv.pngOrWebp(content)),
                    inPart(header, content, () -> openCv.pngOrWebp(WebpStructure.filledUp(content))));
            case TIFF -> CmykTiff.isOne(content)
                    ? StoredPicture.whole(new CmykTiff(imageIo).decode(content))
                    : first(whole(() -> imageIo.decode(format, content)),
                            inPart(header, content, () -> workers.decode(content, header, 1)),
                            inPart(header, content, () -> imageIo.remains(format, content)));
            case GIF -> gif(header, content);
            case BMP, ICO, TGA, PCX, PNM -> first(whole(() -> imageIo.decode(format, content)),
                    inPart(header, content, () -> imageIo.remains(format, content)));
            case RAW -> StoredPicture.whole(openCv.jpeg(RawPreview.largest(content).jpeg(), scale));
            case HEIF, AVIF, JPEG_2000 -> StoredPicture.whole(workers.decode(content, header, scale));
            case PSD -> first(whole(() -> workers.decode(content, header, scale)),
                    whole(() -> imageIo.decode(format, content)));
            case JPEG_XL, OTHER_PICTURE, VIDEO, NOT_A_PICTURE ->
                throw Failures.unreadableFormat(format);
        };
    }

    private RgbImage remains(byte[] jpeg) throws DecodeException {
        if (!JpegStructure.read(jpeg).showsAnything(jpeg.length)) {
            throw Failures.damaged();
        }
        return imageIo.remains(PhotoFormat.JPEG, jpeg);
    }

    private StoredPicture png(PhotoHeader header, byte[] content) throws DecodeException {
        PngStructure.Pixels pixels = PngStructure.pixelsOnly(content);
        byte[] file = pixels.file();
        return first(() -> new StoredPicture(openCv.pngOrWebp(file), pixels.whole()),
                () -> new StoredPicture(imageIo.decode(PhotoFormat.PNG, file), pixels.whole()),
                inPart(header, content, () -> imageIo.remains(PhotoFormat.PNG, file)));
    }

    private StoredPicture gif(PhotoHeader header, byte[] content) throws DecodeException {
        GifStructure gif = GifStructure.read(content);
        return first(whole(() -> gif.onCanvas(imageIo.decode(PhotoFormat.GIF, content))),
                inPart(header, content, () -> gif.onCanvas(imageIo.remains(PhotoFormat.GIF, content))),
                inPart(header, content, () -> workers.decode(content, header, 1)));
    }

    private interface Reading {
        RgbImage read() throws DecodeException;
    }

    private interface Attempt {
        StoredPicture read() throws DecodeException;
    }

    private static Attempt whole(Reading reading) {
        return () -> StoredPicture.whole(reading.read());
    }

    private static Attempt inPart(PhotoHeader header, byte[] content, Reading reading) {
        return () -> {
            // Before memory is taken for what can only be empty.
            if ((long) header.width() * header.height() / MOST_PIXELS_PER_BYTE > content.length) {
                throw Failures.damaged();
            }
            StoredPicture picture = StoredPicture.inPart(reading.read());
            if (picture.isEmpty()) {
                throw Failures.damaged();
            }
            return picture;
        };
    }

    /// The libraries stumble over different irregularities.
    private static StoredPicture first(Attempt first, Attempt... others) throws DecodeException {
        try {
            return first.read();
        } catch (DecodeException e) {
            if (e.reason() != Reason.DAMAGED && e.reason() != Reason.UNSUPPORTED) {
                throw e;
            }
            for (Attempt other : others) {
                try {
                    return other.read();
                } catch (DecodeException next) {
                    e.addSuppressed(next);
                }
            }
            throw e;
        }
    }
}
