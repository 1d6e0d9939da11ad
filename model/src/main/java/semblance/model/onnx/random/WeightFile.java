package semblance.model.onnx.random;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/// The numbers of a graph's weights, in a file beside it as ONNX has it for large graphs: little-endian float32, tensor after
/// tensor, none kept in memory. Not thread-safe.
final class WeightFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int FLOAT = 1;
    private static final int EXTERNAL = 1;

    private final String name;
    private final WritableByteChannel channel;
    private final SplittableRandom random;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long written;

    /// @param name    of the file, relative to the graph's
    /// @param channel where the numbers go; closed with this
    WeightFile(String name, WritableByteChannel channel, long seed) {
        this.name = name;
        this.channel = channel;
        random = new SplittableRandom(seed);
    }

    /// Writes numbers spread evenly around 0.
    ///
    /// @param deviation the standard one
    /// @return the tensor's TensorProto
    Message random(String tensor, double deviation, int... shape) throws IOException {
        double width = deviation * Math.sqrt(12);
        return tensor(tensor, () -> (random.nextDouble() - 0.5) * width, shape);
    }

    /// Writes the same number everywhere.
    Message filled(String tensor, double value, int... shape) throws IOException {
        return tensor(tensor, () -> value, shape);
    }

    /// Numbers written so far.
    long count() {
        return written / Float.BYTES;
    }

    /// Writes what a supplier gives, in the order of the tensor.
    Message tensor(String tensor, DoubleSupplier numbers, int... shape) throws IOException {
        long offset = written;
        long count = IntStream.of(shape).asLongStream().reduce(1, Math::multiplyExact);
        for (long i = 0; i < count; i++) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            buffer.putFloat((float) numbers.getAsDouble());
        }
        written += count * Float.BYTES;
        Message message = new Message();
        for (int axis : shape) {
            message.number(1, axis);
        }
        return message.number(2, FLOAT).text(8, tensor).message(13, entry("location", name))
                .message(13, entry("offset", Long.toString(offset)))
                .message(13, entry("length", Long.toString(count * Float.BYTES))).number(14, EXTERNAL);
    }

    private static Message entry(String key, String value) {
        return new Message().text(1, key).text(2, value);
    }

    private void flush() throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            flush();
        }
    }
}
