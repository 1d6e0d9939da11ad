package semblance.indexer.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// Makes of a film's table of contents one that says that the pictures lie in another file.
final class QuickTimeReference {
    private static final int ALIAS = 200;
    private static final String[] WAY = {"moov", "trak", "mdia", "minf", "dinf", "dref"};
    private static final int ABSOLUTE_PATH = 2;

    private QuickTimeReference() {
    }

    /// @param table a `moov` box
    static byte[] to(Path other, byte[] table) {
        byte[] path = other.toString().getBytes(StandardCharsets.UTF_8);
        byte[] alias = alias(path, other.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        int[] boxes = new int[WAY.length];
        int from = 0;
        for (int i = 0; i < WAY.length; i++) {
            boxes[i] = find(table, WAY[i], from);
            from = boxes[i];
        }
        int entry = boxes[WAY.length - 1] + 16;
        int before = ByteBuffer.wrap(table).getInt(entry);
        byte[] changed = Arrays.copyOf(table, table.length + alias.length - before);
        System.arraycopy(table, entry + before, changed, entry + alias.length, table.length - entry - before);
        System.arraycopy(alias, 0, changed, entry, alias.length);
        ByteBuffer sizes = ByteBuffer.wrap(changed);
        for (int box : boxes) {
            sizes.putInt(box, sizes.getInt(box) + alias.length - before);
        }
        return changed;
    }

    private static int find(byte[] bytes, String box, int from) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box, from) - 4;
    }

    /// A Macintosh alias record with an absolute path.
    private static byte[] alias(byte[] path, byte[] name) {
        int length = path.length + path.length % 2;
        ByteBuffer alias = ByteBuffer.allocate(ALIAS + length);
        alias.putInt(alias.capacity()).put("alis".getBytes(StandardCharsets.US_ASCII)).putInt(0);
        int record = alias.position();
        alias.position(record + 10 + 28 + 12).put((byte) name.length).put(name, 0, Math.min(63, name.length));
        alias.position(record + 10 + 28 + 12 + 64 + 16).putShort((short) 1).putShort((short) 1);
        alias.position(alias.position() + 16).putShort((short) ABSOLUTE_PATH).putShort((short) path.length).put(path);
        if (path.length % 2 == 1) {
            alias.put((byte) 0);
        }
        alias.putShort((short) -1).putShort((short) 0);
        return alias.array();
    }
}
