package semblance.indexer.decode;

/// A part of a picture, in pixels from its top left corner.
record Crop(int x, int y, int width, int height) {
    /// The same part, as far as it lies within a picture.
    ///
    /// @throws DecodeException if nothing of it does
    Crop within(int pictureWidth, int pictureHeight) throws DecodeException {
        int left = Math.clamp(x, 0, pictureWidth);
        int top = Math.clamp(y, 0, pictureHeight);
        int right = Math.clamp((long) x + width, 0, pictureWidth);
        int bottom = Math.clamp((long) y + height, 0, pictureHeight);
        if (right <= left || bottom <= top) {
            throw Failures.damaged();
        }
        return new Crop(left, top, right - left, bottom - top);
    }
}
