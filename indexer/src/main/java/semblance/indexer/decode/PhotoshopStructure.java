package semblance.indexer.decode;

/// The header of a Photoshop document, whose layers lie merged into one picture behind them.
record PhotoshopStructure(int width, int height, int channels, int depth) {
    static PhotoshopStructure read(byte[] content) throws DecodeException {
        ByteCursor in = new ByteCursor(content, 0, content.length);
        in.skip(4);
        if (in.uint16() != 1) {
            throw Failures.unsupported("Photoshop documents of the large kind (PSB)");
        }
        in.skip(6);
        int channels = in.uint16();
        long height = in.uint32();
        long width = in.uint32();
        int depth = in.uint16();
        if (width < 1 || height < 1 || width > 30_000 || height > 30_000 || channels < 1) {
            throw Failures.damaged();
        }
        return new PhotoshopStructure((int) width, (int) height, channels, depth);
    }
}
