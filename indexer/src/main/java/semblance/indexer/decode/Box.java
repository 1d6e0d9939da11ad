package semblance.indexer.decode;

import java.util.ArrayList;
import java.util.List;

/// A box of an ISO base media file (ISO/IEC 14496-12): a type and what it holds.
record Box(String type, ByteCursor content) {
    /// The boxes that follow each other up to the end.
    static List<Box> all(ByteCursor cursor) throws DecodeException {
        List<Box> boxes = new ArrayList<>();
        while (cursor.remaining() >= 8) {
            boxes.add(next(cursor));
        }
        return boxes;
    }

    /// The next box.
    ///
    /// @throws DecodeException if there is none, or it is cut off
    static Box next(ByteCursor cursor) throws DecodeException {
        long size = cursor.uint32();
        String type = cursor.fourCharacters();
        long header = 8;
        if (size == 1) {
            size = cursor.number(8);
            header = 16;
        }
        if (type.equals("uuid")) {
            cursor.skip(16);
            header += 16;
        }
        // Size 0: up to the end of the file.
        return new Box(type, cursor.part(size == 0 ? cursor.remaining() : size - header));
    }

    /// Reads version and flags, which many boxes begin with.
    ///
    /// @return the version in the highest 8 bits, the flags in the others
    int fullBoxHeader() throws DecodeException {
        return content.int32();
    }
}
