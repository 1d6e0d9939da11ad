package semblance.indexer.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;

import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.twelvemonkeys.imageio.metadata.Entry;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;

/// TIFFs with offsets of eight bytes, which the reader of directories for all others does not know.
final class BigTiff {
    private static final int ORIENTATION = 0x0112;
    private static final int VERSION = 43;

    private BigTiff() {
    }

    static boolean isOne(byte[] content) {
        return content.length > 8 && content[2] + content[3] == VERSION;
    }

    /// As stored where it states none, or what it states cannot be read.
    static Orientation orientation(byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Entry entry = new TIFFReader().read(in).getEntryById(ORIENTATION);
            return entry != null && entry.getValue() instanceof Number number
                    ? Orientation.ofExif(number.intValue())
                    : Orientation.UPRIGHT;
        } catch (IOException | RuntimeException _) {
            // On garbled data it runs into IndexOutOfBounds, ClassCast and other exceptions of its own making.
            return Orientation.UPRIGHT;
        }
    }
}
