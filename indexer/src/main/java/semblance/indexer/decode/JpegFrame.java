package semblance.indexer.decode;

/// What may be a JPEG in the middle of other data: read strictly, for most of what looks like one is none.
///
/// @param width  0 if it is none
/// @param scan   where its coded data begins
record JpegFrame(int width, int height, boolean isCommon, int scan) {
    private static final JpegFrame NONE = new JpegFrame(0, 0, false, 0);
    private static final int START_OF_SCAN = 0xda;

    /// @param at where a JPEG's first two bytes stand
    static JpegFrame at(byte[] content, int at) {
        JpegFrame found = NONE;
        for (int next = at + 2; next + 10 < content.length;) {
            int marker = content[next + 1] & 0xff;
            if (content[next] != (byte) 0xff || marker < 0xc0 || marker == 0xff
                    || (marker >= 0xd0 && marker <= 0xd9)) {
                return NONE;
            }
            int length = Bytes.uint16(content, next + 2);
            if (marker == START_OF_SCAN) {
                return found.scanAt(next);
            }
            if (marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) {
                int components = content[next + 9];
                boolean common = marker <= 0xc2 && content[next + 4] == 8 && (components == 1 || components == 3)
                        && length == 8 + 3 * components;
                found = new JpegFrame(Bytes.uint16(content, next + 7), Bytes.uint16(content, next + 5), common, 0);
            }
            if (length < 2) {
                return NONE;
            }
            next += 2 + length;
        }
        return NONE;
    }

    private JpegFrame scanAt(int offset) {
        return new JpegFrame(width, height, isCommon, offset);
    }
}
