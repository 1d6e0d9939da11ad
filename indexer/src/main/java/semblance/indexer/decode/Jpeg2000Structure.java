package semblance.indexer.decode;

/// The size of a JPEG 2000 picture (ITU-T T.800), which stands in its coded data; that may lie in a file of boxes.
record Jpeg2000Structure(int width, int height, int components, int bits) {
    private static final int START = 0xff4f;
    private static final int SIZE = 0xff51;

    static Jpeg2000Structure read(byte[] content) throws DecodeException {
        ByteCursor in = new ByteCursor(content, 0, content.length);
        if (Bytes.matches(content, 4, "jP  ")) {
            Box box = Box.next(in);
            while (!box.type().equals("jp2c")) {
                box = Box.next(in);
            }
            in = box.content();
        }
        if (in.uint16() != START || in.uint16() != SIZE) {
            throw Failures.damaged();
        }
        in.skip(4); // length, capabilities
        long right = in.uint32();
        long bottom = in.uint32();
        long width = right - in.uint32();
        long height = bottom - in.uint32();
        in.skip(16); // tiles
        int components = in.uint16();
        int bits = (in.uint8() & 0x7f) + 1;
        if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE || components < 1) {
            throw Failures.damaged();
        }
        return new Jpeg2000Structure((int) width, (int) height, components, bits);
    }
}
