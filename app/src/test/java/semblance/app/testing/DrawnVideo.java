package semblance.app.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

/// Videos made of pictures, one for each second: AVI files of JPEGs, which are written byte by byte here.
public final class DrawnVideo {
    private static final int HAS_INDEX = 0x10;
    private static final int KEY = 0x10;

    private DrawnVideo() {
    }

    /// Writes a video that looks as if it had lain there for a while.
    ///
    /// @param jpegs all of the same size
    public static Path write(Path file, int width, int height, List<byte[]> jpegs) throws IOException {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        for (byte[] jpeg : jpegs) {
            index.writeBytes(joined(text("00dc"), numbers(KEY, 4 + frames.size(), jpeg.length)));
            frames.writeBytes(chunk("00dc", jpeg));
        }
        byte[] header = numbers(1_000_000, 0, 0, HAS_INDEX, jpegs.size(), 0, 1, 0, width, height, 0, 0, 0, 0);
        byte[] stream = joined(text("vids"), text("MJPG"), numbers(0, 0, 0, 1, 1, 0, jpegs.size(), 0, -1, 0, 0, 0));
        byte[] pictures = joined(numbers(40, width, height, 24 << 16 | 1), text("MJPG"),
                numbers(3 * width * height, 0, 0, 0, 0));
        byte[] headers = list("hdrl", joined(chunk("avih", header),
                list("strl", joined(chunk("strh", stream), chunk("strf", pictures)))));
        Files.write(file, chunk("RIFF", joined(text("AVI "), headers, list("movi", frames.toByteArray()),
                chunk("idx1", index.toByteArray()))));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(3600)));
        return file;
    }

    private static byte[] list(String type, byte[] content) {
        return chunk("LIST", joined(text(type), content));
    }

    private static byte[] chunk(String type, byte[] content) {
        return joined(text(type), numbers(content.length), content, new byte[content.length % 2]);
    }

    private static byte[] numbers(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return bytes.array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
