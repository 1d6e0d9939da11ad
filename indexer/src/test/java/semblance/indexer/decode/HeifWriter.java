package semblance.indexer.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes HEIF files box by box. The first item is the picture; ids count from 1.
final class HeifWriter {
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way into a file
    private record Item(String type, byte[] data, List<byte[]> properties) {
    }

    private final List<Item> items = new ArrayList<>();
    private final ByteArrayOutputStream references = new ByteArrayOutputStream();

    /// Adds an item.
    ///
    /// @return its id
    int item(String type, byte[] data, byte[]... properties) {
        items.add(new Item(type, data, List.of(properties)));
        return items.size();
    }

    HeifWriter refer(String type, int from, List<Integer> to) {
        ByteBuffer reference = ByteBuffer.allocate(4 + 2 * to.size()).putShort((short) from)
                .putShort((short) to.size());
        to.forEach(id -> reference.putShort(id.shortValue()));
        references.writeBytes(box(type, reference.array()));
        return this;
    }

    static byte[] grid(int rows, int columns, int width, int height) {
        return ByteBuffer.allocate(12).put((byte) 0).put((byte) 1).put((byte) (rows - 1)).put((byte) (columns - 1))
                .putInt(width).putInt(height).array();
    }

    static byte[] size(int width, int height) {
        return box("ispe", ByteBuffer.allocate(12).putInt(0).putInt(width).putInt(height).array());
    }

    static byte[] rotation(int quarters) {
        return box("irot", new byte[]{(byte) quarters});
    }

    static byte[] mirror(int axis) {
        return box("imir", new byte[]{(byte) axis});
    }

    /// A clean aperture; the offsets are those of its middle from the picture's, doubled.
    static byte[] aperture(int width, int height, int doubledX, int doubledY) {
        return box("clap", ByteBuffer.allocate(32).putInt(width).putInt(1).putInt(height).putInt(1).putInt(doubledX)
                .putInt(2).putInt(doubledY).putInt(2).array());
    }

    static byte[] auxiliary(String type) {
        return box("auxC", ("\0\0\0\0" + type + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] box(String type, byte[]... parts) {
        byte[] content = PngChunks.join(parts);
        return ByteBuffer.allocate(8 + content.length).putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII)).put(content).array();
    }

    byte[] file() {
        byte[] brands = box("ftyp", "mif1\0\0\0\0mif1heic".getBytes(StandardCharsets.US_ASCII));
        int length = brands.length + meta(0).length;
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(brands);
        file.writeBytes(meta(length + 8));
        file.writeBytes(box("mdat", items.stream().map(Item::data).toArray(byte[][]::new)));
        return file.toByteArray();
    }

    private byte[] meta(int firstData) {
        byte[] none = new byte[4]; // version and flags
        byte[] primary = box("pitm", none, ByteBuffer.allocate(2).putShort((short) 1).array());
        ByteBuffer extents = ByteBuffer.allocate(4 + 14 * items.size()).putShort((short) 0x4400)
                .putShort((short) items.size());
        ByteArrayOutputStream types = new ByteArrayOutputStream();
        types.writeBytes(ByteBuffer.allocate(6).putInt(0).putShort((short) items.size()).array());
        ByteArrayOutputStream properties = new ByteArrayOutputStream();
        ByteArrayOutputStream associations = new ByteArrayOutputStream();
        associations.writeBytes(ByteBuffer.allocate(8).putInt(0).putInt(items.size()).array());
        int at = firstData;
        int property = 1;
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            short id = (short) (i + 1);
            extents.putShort(id).putShort((short) 0).putShort((short) 1).putInt(at).putInt(item.data.length);
            at += item.data.length;
            types.writeBytes(box("infe", ByteBuffer.allocate(13).putInt(2 << 24).putShort(id).putShort((short) 0)
                    .put(item.type.getBytes(StandardCharsets.US_ASCII)).put((byte) 0).array()));
            associations.writeBytes(ByteBuffer.allocate(3).putShort(id).put((byte) item.properties.size()).array());
            for (byte[] each : item.properties) {
                properties.writeBytes(each);
                associations.write(property++);
            }
        }
        return box("meta", none, primary, box("iloc", none, extents.array()), box("iinf", types.toByteArray()),
                box("iprp", box("ipco", properties.toByteArray()), box("ipma", associations.toByteArray())),
                box("iref", none, references.toByteArray()));
    }
}
