package semblance.model.encoder;

/// What stands between a text graph's vector and the embedding space.
interface TextHead extends AutoCloseable {
    /// For towers whose graph ends in the space.
    TextHead NONE = new TextHead() {
        @Override
        public float[] apply(float[] vector) {
            return vector;
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    float[] apply(float[] vector);

    @Override
    void close();
}
