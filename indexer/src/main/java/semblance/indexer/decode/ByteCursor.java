package semblance.indexer.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads big-endian numbers one after another. Reading beyond the end means a damaged file, never another exception.
final class ByteCursor {
    private final byte[] bytes;
    private final int end;
    private int position;

    /// @param from first byte, from 0 to `end`
    /// @param end  behind the last byte, at most the length
    ByteCursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    int uint8() throws DecodeException {
        return bytes[advance(1)] & 0xff;
    }

    int uint16() throws DecodeException {
        return Bytes.uint16(bytes, advance(2));
    }

    long uint32() throws DecodeException {
        return Bytes.uint32(bytes, advance(4));
    }

    int int32() throws DecodeException {
        return (int) uint32();
    }

    /// An unsigned number.
    ///
    /// @param size in bytes: 0 (the number is 0) to 8; numbers above the largest long are damage
    long number(int size) throws DecodeException {
        long number = 0;
        for (int at = advance(size), i = 0; i < size; i++) {
            number = number << 8 | (bytes[at + i] & 0xff);
        }
        if (number < 0) {
            throw Failures.damaged();
        }
        return number;
    }

    String fourCharacters() throws DecodeException {
        return Bytes.fourCharacters(bytes, advance(4));
    }

    /// A text that ends with a zero byte, or with the range.
    String text() {
        int from = position;
        while (position < end && bytes[position] != 0) {
            position++;
        }
        String text = new String(bytes, from, position - from, StandardCharsets.UTF_8);
        position = Math.min(end, position + 1);
        return text;
    }

    void skip(int count) throws DecodeException {
        advance(count);
    }

    /// The next bytes as a cursor of their own.
    ByteCursor part(long length) throws DecodeException {
        if (length < 0 || length > remaining()) {
            throw Failures.damaged();
        }
        int from = advance((int) length);
        return new ByteCursor(bytes, from, from + (int) length);
    }

    /// A copy of all that is left.
    byte[] rest() {
        return Arrays.copyOfRange(bytes, position, end);
    }

    private int advance(int count) throws DecodeException {
        if (count > remaining()) {
            throw Failures.damaged();
        }
        int from = position;
        position += count;
        return from;
    }
}
