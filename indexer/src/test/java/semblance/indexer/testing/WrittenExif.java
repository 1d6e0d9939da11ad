package semblance.indexer.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// EXIF data that a test makes: the picture's directory, the camera's and the satellites'. Big-endian, as cameras of many
/// makers write it.
public final class WrittenExif {
    private static final int EXIF_POINTER = 0x8769;
    private static final int GPS_POINTER = 0x8825;

    @SuppressWarnings("ArrayRecordComponent") // on its way into a file
    private record Entry(int type, int count, byte[] bytes) {
    }

    private final Map<Integer, Entry> picture = new TreeMap<>();
    private final Map<Integer, Entry> camera = new TreeMap<>();
    private final Map<Integer, Entry> satellites = new TreeMap<>();

    /// Adds text to the picture's directory.
    public WrittenExif text(int tag, String text) {
        return text(tag, text, StandardCharsets.UTF_8);
    }

    /// Adds text in an encoding to the picture's directory.
    public WrittenExif text(int tag, String text, Charset encoding) {
        picture.put(tag, text(text, encoding));
        return this;
    }

    /// Adds bytes to the picture's directory.
    public WrittenExif bytes(int tag, byte[] bytes) {
        picture.put(tag, new Entry(1, bytes.length, bytes));
        return this;
    }

    /// Adds a number to the picture's directory.
    public WrittenExif number(int tag, int number) {
        picture.put(tag, number(number));
        return this;
    }

    /// Adds text to the camera's directory.
    public WrittenExif cameraText(int tag, String text) {
        camera.put(tag, text(text, StandardCharsets.UTF_8));
        return this;
    }

    /// Adds a number to the camera's directory.
    public WrittenExif cameraNumber(int tag, int number) {
        camera.put(tag, number(number));
        return this;
    }

    /// Adds fractions, each of two numbers, to the camera's directory.
    public WrittenExif cameraFraction(int tag, int... numbers) {
        camera.put(tag, fractions(numbers));
        return this;
    }

    /// Adds text to the satellites' directory.
    public WrittenExif gpsText(int tag, String text) {
        satellites.put(tag, text(text, StandardCharsets.US_ASCII));
        return this;
    }

    /// Adds fractions, each of two numbers, to the satellites' directory.
    public WrittenExif gpsFraction(int tag, int... numbers) {
        satellites.put(tag, fractions(numbers));
        return this;
    }

    /// Adds bytes to the satellites' directory.
    public WrittenExif gpsByte(int tag, int number) {
        satellites.put(tag, new Entry(1, 1, new byte[]{(byte) number}));
        return this;
    }

    /// Adds a place to the satellites' directory, to the second.
    public WrittenExif place(double latitude, double longitude) {
        return gpsText(1, latitude < 0 ? "S" : "N").gpsFraction(2, degrees(latitude))
                .gpsText(3, longitude < 0 ? "W" : "E").gpsFraction(4, degrees(longitude));
    }

    private static int[] degrees(double value) {
        int thousandths = (int) Math.round(Math.abs(value) * 3_600_000);
        return new int[]{thousandths / 3_600_000, 1, thousandths / 60_000 % 60, 1, thousandths % 60_000, 1000};
    }

    /// Adds DateTimeOriginal.
    public WrittenExif taken(String time) {
        return cameraText(0x9003, time);
    }

    private static Entry text(String text, Charset encoding) {
        byte[] bytes = (text + "\0").getBytes(encoding);
        return new Entry(2, bytes.length, bytes);
    }

    private static Entry number(int number) {
        return new Entry(3, 1, new byte[]{(byte) (number >> 8), (byte) number});
    }

    private static Entry fractions(int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            bytes.putInt(number);
        }
        return new Entry(5, numbers.length / 2, bytes.array());
    }

    /// The TIFF structure.
    public byte[] tiff() {
        Map<Integer, Entry> first = new TreeMap<>(picture);
        int cameraAt = 8 + size(first) + 2 * 12;
        int gpsAt = cameraAt + size(camera);
        first.put(EXIF_POINTER, pointer(cameraAt));
        first.put(GPS_POINTER, pointer(gpsAt));
        ByteBuffer out = ByteBuffer.allocate(gpsAt + size(satellites)).order(ByteOrder.BIG_ENDIAN);
        out.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8);
        write(out, first);
        write(out, camera);
        write(out, satellites);
        return out.array();
    }

    private static Entry pointer(int offset) {
        return new Entry(4, 1, ByteBuffer.allocate(4).putInt(offset).array());
    }

    private static int size(Map<Integer, Entry> directory) {
        return 6 + directory.values().stream()
                .mapToInt(entry -> 12 + (entry.bytes.length > 4 ? entry.bytes.length : 0)).sum();
    }

    private static void write(ByteBuffer out, Map<Integer, Entry> directory) {
        int values = out.position() + 6 + 12 * directory.size();
        ByteArrayOutputStream apart = new ByteArrayOutputStream();
        out.putShort((short) directory.size());
        directory.forEach((tag, entry) -> {
            out.putShort((short) (int) tag).putShort((short) entry.type).putInt(entry.count);
            if (entry.bytes.length > 4) {
                out.putInt(values + apart.size());
                apart.writeBytes(entry.bytes);
            } else {
                out.put(entry.bytes).put(new byte[4 - entry.bytes.length]);
            }
        });
        out.putInt(0).put(apart.toByteArray());
    }
}
