package semblance.indexer.tag;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import semblance.indexer.decode.ContentSniffer;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.pipeline.ByteBudget;
import semblance.indexer.pipeline.PhotoReader;
import semblance.indexer.pipeline.PhotoReader.Reading;
import semblance.model.ImageCrop;
import semblance.model.ImagePreprocessing;

/// From a file to the crop that the encoder takes. Thread-safe; all threads together hold no more than a quarter of the
/// heap in decoded pixels.
final class CropReader {
    /// What reading a file gave.
    sealed interface Outcome {
        /// A picture.
        record Crop(ImageCrop crop) implements Outcome {
        }

        /// A file that may be a video, which has more crops than are held at a time.
        record Video() implements Outcome {
        }

        /// A file that should have been one.
        record Unusable(String reason) implements Outcome {
        }

        /// A file that was found beside pictures and is none.
        record NoPicture() implements Outcome {
        }
    }

    private final ImagePreprocessing preprocessing;
    private final PhotoDecoder decoder;
    private final PhotoReader reader = new PhotoReader(new ContentSniffer(), DecodeLimits.DEFAULT.maxBytes());
    private final ByteBudget pixels = new ByteBudget(Runtime.getRuntime().maxMemory() / 4);

    CropReader(ImagePreprocessing preprocessing, PhotoDecoder decoder) {
        this.decoder = decoder;
        this.preprocessing = preprocessing;
    }

    Outcome read(PictureFile file) {
        try {
            Path path = file.named() ? file.path().toRealPath() : file.path();
            if (!Files.isRegularFile(path)) {
                return new Outcome.Unusable("It is neither a file nor a folder.");
            }
            return switch (reader.read(path)) {
                case Reading.Picture picture -> new Outcome.Crop(crop(picture.content()));
                case Reading.NoPicture _,Reading.Sidecar _ -> file.named()
                        ? new Outcome.Unusable("The file is not a picture.")
                        : new Outcome.NoPicture();
                case Reading.Video _ -> new Outcome.Video();
                case Reading.Changing _ -> new Outcome.Unusable("It is being written at the moment. Try again.");
                case Reading.TooLarge large -> new Outcome.Unusable(
                        "With " + (large.stat().size() >> 20) + " MiB it is larger than any photo read here.");
            };
        } catch (DecodeException e) {
            return new Outcome.Unusable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return new Outcome.Unusable(reason(e));
        } catch (OutOfMemoryError _) {
            // A single allocation for this picture that was refused; the heap itself is as before.
            return new Outcome.Unusable("There is not enough memory to decode it.");
        }
    }

    /// Decodes a picture that is in memory.
    ///
    /// @throws DecodeException if there is none in the bytes that this version reads
    ImageCrop crop(byte[] content) throws DecodeException {
        int shortest = 2 * preprocessing.size();
        try (var _ = pixels.take(decoder.header(content).decodedBytes(shortest, shortest))) {
            return preprocessing.crop(decoder.decode(content, shortest, shortest).image());
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException _ -> "There is no such file. Check the name, or plug in its drive.";
            case AccessDeniedException _ -> "Access is denied. Check its permissions.";
            default -> "It cannot be read: " + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                    + ". Check its drive.";
        };
    }
}
