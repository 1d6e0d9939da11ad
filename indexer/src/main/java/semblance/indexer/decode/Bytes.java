package semblance.indexer.decode;

import java.nio.charset.StandardCharsets;

/// Reading numbers and marks out of bytes that may end anywhere.
final class Bytes {
    private Bytes() {
    }

    static boolean matches(byte[] bytes, int offset, byte[] mark) {
        if (offset < 0 || offset > bytes.length - mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if (bytes[offset + i] != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// @param mark characters up to 255, one per byte
    static boolean matches(byte[] bytes, int offset, String mark) {
        return matches(bytes, offset, mark.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Four characters, or as many as are left.
    static String fourCharacters(byte[] bytes, int offset) {
        int end = Math.min(bytes.length, offset + 4);
        return offset >= end ? "" : new String(bytes, offset, end - offset, StandardCharsets.ISO_8859_1);
    }

    /// An unsigned big-endian number of two bytes.
    static int uint16(byte[] bytes, int offset) {
        return (bytes[offset] & 0xff) << 8 | (bytes[offset + 1] & 0xff);
    }

    /// An unsigned big-endian number of four bytes.
    static long uint32(byte[] bytes, int offset) {
        return (long) uint16(bytes, offset) << 16 | uint16(bytes, offset + 2);
    }

    /// An unsigned little-endian number of two bytes.
    static int uint16Little(byte[] bytes, int offset) {
        return (bytes[offset + 1] & 0xff) << 8 | (bytes[offset] & 0xff);
    }

    /// An unsigned little-endian number of three bytes.
    static int uint24Little(byte[] bytes, int offset) {
        return (bytes[offset + 2] & 0xff) << 16 | uint16Little(bytes, offset);
    }

    /// An unsigned little-endian number of four bytes.
    static long uint32Little(byte[] bytes, int offset) {
        return (long) uint16Little(bytes, offset + 2) << 16 | uint16Little(bytes, offset);
    }
}
