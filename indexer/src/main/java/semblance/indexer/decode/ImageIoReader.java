package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.MemoryCacheImageInputStream;

import org.jspecify.annotations.Nullable;

import semblance.model.RgbImage;

/// Reads pictures with ImageIO's decoders, the JDK's own and those of TwelveMonkeys. They are Java and cannot touch memory
/// that is not theirs, which is why the formats with the strangest files in the wild (GIF, BMP, TIFF) are theirs. Always at
/// full size: their subsampling leaves pixels out, which an encoder sees as noise. Thread-safe.
final class ImageIoReader {
    record Size(int width, int height) {
    }

    /// What the JPEG reader says of bytes between two parts of a file, which it skips.
    private static final String HARMLESS = "extraneous bytes";

    private static final int ICON_DIRECTORY = 6;
    private static final int ICON_ENTRY = 16;
    private static final int ICON_ENTRY_BITS = 6;

    @FunctionalInterface
    private interface Reading<T> {
        T from(ImageReader reader, int index) throws IOException;
    }

    /// Width and height of the picture.
    Size size(PhotoFormat format, byte[] content) throws DecodeException {
        return read(format, content,
                (reader, index) -> new Size(reader.getWidth(index), reader.getHeight(index)));
    }

    /// The picture, as stored.
    RgbImage decode(PhotoFormat format, byte[] content) throws DecodeException {
        BufferedImage image = read(format, content, ImageReader::read);
        return rgb(image);
    }

    /// As much of a damaged picture as comes before the damage, or a reader can make up.
    ///
    /// @throws DecodeException if there is nothing to be seen
    RgbImage remains(PhotoFormat format, byte[] content) throws DecodeException {
        DecodeException failure = Failures.damaged();
        for (ImageReaderSpi provider : RasterReaders.of(format, content)) {
            try {
                BufferedImage image = read(provider, format, content, true, ImageIoReader::readAsFarAsPossible);
                RgbImage picture = rgb(image);
                if (!StoredPicture.inPart(picture).isEmpty()) {
                    return picture;
                }
            } catch (DecodeException e) {
                failure.addSuppressed(e);
            }
        }
        throw failure;
    }

    /// The picture, of four inks.
    ///
    /// @param inverted whether 255 stands for no ink
    RgbImage inks(PhotoFormat format, byte[] content, boolean inverted) throws DecodeException {
        BufferedImage image = read(format, content, ImageReader::read);
        if (image.getRaster().getNumBands() < 4) {
            throw Failures.damaged();
        }
        return new RasterPixels(image.getRaster(), image.getColorModel()).inksToRgb(inverted);
    }

    /// The samples of the picture, in its own colour space.
    Raster raster(PhotoFormat format, byte[] content) throws DecodeException {
        return read(format, content, (reader, index) -> reader.readRaster(index, null));
    }

    private static RgbImage rgb(BufferedImage image) {
        return new RasterPixels(image.getRaster(), image.getColorModel()).toRgb(image);
    }

    /// Into a picture of ours, which is not lost when the reader gives up.
    private static BufferedImage readAsFarAsPossible(ImageReader reader, int index) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(index);
        if (!types.hasNext()) {
            throw new IOException("no type of picture");
        }
        BufferedImage image = types.next().createBufferedImage(reader.getWidth(index), reader.getHeight(index));
        ImageReadParam into = reader.getDefaultReadParam();
        into.setDestination(image);
        try {
            return reader.read(index, into);
        } catch (IOException | RuntimeException _) {
            return image; // whether there is anything in it is seen by its pixels
        }
    }

    private static <T> T read(PhotoFormat format, byte[] content, Reading<T> reading) throws DecodeException {
        DecodeException failure = null;
        for (ImageReaderSpi provider : RasterReaders.of(format, content)) {
            try {
                return read(provider, format, content, false, reading);
            } catch (DecodeException e) {
                failure = first(failure, e);
            }
        }
        throw failure == null ? Failures.unreadableFormat(format) : failure;
    }

    private static DecodeException first(@Nullable DecodeException before, DecodeException next) {
        if (before == null) {
            return next;
        }
        before.addSuppressed(next);
        return before;
    }

    private static <T> T read(ImageReaderSpi provider, PhotoFormat format, byte[] content, boolean forgiving,
            Reading<T> reading) throws DecodeException {
        AtomicBoolean warned = new AtomicBoolean();
        ImageReader reader = null;
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader = provider.createReaderInstance();
            reader.addIIOReadWarningListener((_, warning) -> {
                if (!warning.contains(HARMLESS)) {
                    warned.set(true);
                }
            });
            // Those of several pictures are asked for their sizes before one is read.
            reader.setInput(input, format != PhotoFormat.ICO, true);
            T result = reading.from(reader, format == PhotoFormat.ICO ? best(reader, content) : 0);
            if (warned.get() && !forgiving && format == PhotoFormat.JPEG) {
                // This reader fills up what is missing and only warns.
                throw Failures.damaged();
            }
            return result;
        } catch (IOException e) {
            throw Failures.damaged(e);
        } catch (RuntimeException e) {
            // On garbled data these readers run into IndexOutOfBounds, NegativeArraySize, IllegalArgument, NullPointer,
            // ClassCast and Arithmetic exceptions of their own making.
            throw Failures.damaged(e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }

    /// Of an icon the largest picture, and of several as large the one of most colours.
    private static int best(ImageReader reader, byte[] content) throws IOException {
        int best = 0;
        for (int i = 1; i < reader.getNumImages(true); i++) {
            int wider = Integer.compare(reader.getWidth(i), reader.getWidth(best));
            if (wider > 0 || (wider == 0 && bits(content, i) > bits(content, best))) {
                best = i;
            }
        }
        return best;
    }

    /// Of a pixel, by the icon's directory; cursors have something else in its place.
    private static int bits(byte[] icon, int picture) {
        int at = ICON_DIRECTORY + picture * ICON_ENTRY + ICON_ENTRY_BITS;
        return RasterReaders.isCursor(icon) || at + 2 > icon.length ? 0 : Bytes.uint16Little(icon, at);
    }
}
