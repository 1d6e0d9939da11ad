package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

import semblance.model.RgbImage;

/// Reads pictures with the JDK's own decoders. They cannot touch memory that is not theirs, which is why the formats with
/// the strangest files in the wild (GIF, BMP, TIFF) are theirs. Always at full size: their subsampling leaves pixels out,
/// which an encoder sees as noise. Thread-safe.
final class ImageIoReader {
    record Size(int width, int height) {
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    /// Width and height of the first picture in the file.
    Size size(PhotoFormat format, byte[] content) throws DecodeException {
        return read(format, content, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    /// The first picture in the file, as stored.
    RgbImage decode(PhotoFormat format, byte[] content) throws DecodeException {
        BufferedImage image = read(format, content, reader -> reader.read(0));
        return new RasterPixels(image.getRaster(), image.getColorModel()).toRgb(image);
    }

    /// The first picture in the file, of four inks.
    ///
    /// @param inverted whether 255 stands for no ink
    RgbImage inks(PhotoFormat format, byte[] content, boolean inverted) throws DecodeException {
        BufferedImage image = read(format, content, reader -> reader.read(0));
        if (image.getRaster().getNumBands() < 4) {
            throw Failures.damaged();
        }
        return new RasterPixels(image.getRaster(), image.getColorModel()).inksToRgb(inverted);
    }

    /// The samples of the first picture in the file, in its own colour space.
    Raster raster(PhotoFormat format, byte[] content) throws DecodeException {
        return read(format, content, reader -> reader.readRaster(0, null));
    }

    private static <T> T read(PhotoFormat format, byte[] content, Reading<T> reading) throws DecodeException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format.name());
        if (!readers.hasNext()) {
            throw Failures.unreadableFormat(format);
        }
        ImageReader reader = readers.next();
        AtomicBoolean warned = new AtomicBoolean();
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.addIIOReadWarningListener((_, _) -> warned.set(true));
            reader.setInput(input, true, true);
            T result = reading.from(reader);
            if (warned.get() && format == PhotoFormat.JPEG) {
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
            reader.dispose();
        }
    }
}
