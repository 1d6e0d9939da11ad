package semblance.indexer.decode;

import java.io.IOException;
import java.util.Set;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.tiff.DirectoryTiffHandler;
import org.jspecify.annotations.Nullable;

/// The first directory of a TIFF structure (a TIFF file, a camera's raw file, an EXIF block), as far as it can be read:
/// bytes that are missing or garbled leave tags out and are no error.
final class TiffDirectory {
    private static final int ORIENTATION = 0x0112;
    private static final byte[] EXIF_PREAMBLE = {'E', 'x', 'i', 'f', 0, 0};

    private final Directory directory;

    private TiffDirectory(Directory directory) {
        this.directory = directory;
    }

    /// @param offset where the byte order mark (II or MM) stands
    static TiffDirectory read(byte[] bytes, int offset) {
        ExifIFD0Directory directory = new ExifIFD0Directory();
        if (offset < bytes.length) {
            try {
                new TiffReader().processTiff(new ByteArrayReader(bytes, offset), new FirstOnly(directory), 0);
            } catch (TiffProcessingException | IOException e) {
                directory.addError("cut off: " + e.getMessage());
            }
        }
        return new TiffDirectory(directory);
    }

    /// The orientation that an EXIF block states; as stored where it states none.
    ///
    /// @param block EXIF data as JPEG, PNG and WebP hold it, with or without the preamble "Exif"
    static Orientation exifOrientation(byte[] block) {
        return ofExif(block).orientation();
    }

    /// Whether an EXIF block states an orientation.
    static boolean statesOrientation(byte[] block) {
        return ofExif(block).has(ORIENTATION);
    }

    private static TiffDirectory ofExif(byte[] block) {
        return read(block, Bytes.matches(block, 0, EXIF_PREAMBLE) ? EXIF_PREAMBLE.length : 0);
    }

    Orientation orientation() {
        return Orientation.ofExif(number(ORIENTATION, 1));
    }

    boolean has(int tag) {
        return directory.containsTag(tag);
    }

    String text(int tag) {
        String text = directory.getString(tag);
        return text == null ? "" : text;
    }

    /// The tag's number, or its first one.
    int number(int tag, int otherwise) {
        Object value = directory.getObject(tag);
        if (value instanceof int[] numbers && numbers.length > 0) {
            return numbers[0];
        }
        Integer number = directory.getInteger(tag);
        return number == null ? otherwise : number;
    }

    /// Stays in the first directory: maker notes and the like cost time and hold nothing that decoding needs.
    private static final class FirstOnly extends DirectoryTiffHandler {
        FirstOnly(ExifIFD0Directory directory) {
            super(new Metadata(), null);
            pushDirectory(directory);
        }

        @Override
        public void setTiffMarker(int marker) {
            // Raw formats put markers of their own here and are read all the same.
        }

        @Override
        public boolean tryEnterSubIfd(int tag) {
            return false;
        }

        @Override
        public boolean hasFollowerIfd() {
            return false;
        }

        @Override
        public @Nullable Long tryCustomProcessFormat(int tag, int format, long components) {
            return null;
        }

        @Override
        public boolean customProcessTag(int tag, Set<Integer> processed, int start, RandomAccessReader reader,
                int offset, int bytes) {
            return false;
        }
    }
}
