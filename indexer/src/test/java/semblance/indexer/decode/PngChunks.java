package semblance.indexer.decode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Writes PNG chunks by hand, for files that no encoder writes.
final class PngChunks {
    /// Signature and header.
    static final int DATA = 33;

    private PngChunks() {
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        CRC32 checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) checksum.getValue()).array();
    }

    /// A file of nothing but a header, 8-bit RGB.
    static byte[] header(int width, int height) {
        byte[] data = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).put((byte) 2).array();
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        return join(signature, chunk("IHDR", data));
    }

    /// Puts chunks before a picture's data.
    static byte[] insert(byte[] png, byte[] chunks) {
        return ByteBuffer.allocate(png.length + chunks.length).put(png, 0, DATA).put(chunks)
                .put(png, DATA, png.length - DATA).array();
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            out.put(part);
        }
        return out.array();
    }

    static byte[] deflated(byte[] data) {
        byte[] out = new byte[data.length + 64];
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            return Arrays.copyOf(out, deflater.deflate(out));
        }
    }
}
