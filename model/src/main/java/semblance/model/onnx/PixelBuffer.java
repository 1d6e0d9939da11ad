package semblance.model.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;

import semblance.model.ImageCrop;
import semblance.model.preprocess.ChannelStatistics;

/// The normalised pixels of a batch, `[n, 3, size, size]`, in direct memory that ONNX Runtime reads in place. Grows to
/// the largest batch and is reused. Not thread-safe.
final class PixelBuffer {
    private final int size;
    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private FloatBuffer floats = allocate(0);

    PixelBuffer(int size, ChannelStatistics statistics) {
        this.size = size;
        red = statistics.table(0);
        green = statistics.table(1);
        blue = statistics.table(2);
    }

    /// Replaces the batch.
    ///
    /// @return the buffer, valid until the next call, from position 0 to the end of the batch
    FloatBuffer fill(List<ImageCrop> crops) {
        int plane = size * size;
        int needed = Math.multiplyExact(3 * plane, crops.size());
        if (floats.capacity() < needed) {
            floats = allocate(needed);
        }
        floats.clear().limit(needed);
        int at = 0;
        for (ImageCrop crop : crops) {
            put(crop.pixels(), at, plane);
            at += 3 * plane;
        }
        return floats;
    }

    /// The same numbers in half the bits, for graphs that take them so.
    static ByteBuffer half(FloatBuffer floats) {
        ByteBuffer halves = ByteBuffer.allocateDirect(Math.multiplyExact(Short.BYTES, floats.remaining()))
                .order(ByteOrder.nativeOrder());
        for (int i = 0; i < floats.limit(); i++) {
            halves.putShort(Float.floatToFloat16(floats.get(i)));
        }
        return halves.flip();
    }

    private void put(byte[] pixels, int at, int plane) {
        for (int i = 0; i < plane; i++) {
            floats.put(at + i, red[pixels[3 * i] & 0xff]);
            floats.put(at + plane + i, green[pixels[3 * i + 1] & 0xff]);
            floats.put(at + 2 * plane + i, blue[pixels[3 * i + 2] & 0xff]);
        }
    }

    private static FloatBuffer allocate(int floats) {
        return ByteBuffer.allocateDirect(Math.multiplyExact(Float.BYTES, floats)).order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
