package semblance.model.testing.tiny;

/// Random weights of one layer.
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Tensor(int[] shape, float[] values) {
    double at(int row, int column) {
        return values[row * shape[1] + column];
    }
}
