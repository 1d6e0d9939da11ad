package semblance.model.onnx;

import java.nio.ByteBuffer;
import java.util.List;

import semblance.model.ImageCrop;
import semblance.model.preprocess.ChannelStatistics;

/// Writes the pixels of a batch as a tower takes them: normalised, `[n, 3, size, size]`, as float32 or float16. Immutable.
final class PixelBuffer {
    private static final int CHANNELS = 3;

    private final int plane;
    private final float[][] floats = new float[CHANNELS][];
    private final short[][] halves = new short[CHANNELS][];
    private final boolean half;

    /// @param size of the crops
    /// @param half whether the tower takes float16
    PixelBuffer(int size, ChannelStatistics statistics, boolean half) {
        this.half = half;
        plane = size * size;
        for (int channel = 0; channel < CHANNELS; channel++) {
            floats[channel] = statistics.table(channel);
            halves[channel] = new short[floats[channel].length];
            for (int value = 0; value < halves[channel].length; value++) {
                halves[channel][value] = Float.floatToFloat16(floats[channel][value]);
            }
        }
    }

    /// Bytes of a batch.
    int bytes(int crops) {
        return Math.multiplyExact(crops, (half ? Short.BYTES : Float.BYTES) * CHANNELS * plane);
    }

    /// Writes a batch.
    ///
    /// @param target in native order, with room from its beginning
    void write(List<ImageCrop> crops, ByteBuffer target) {
        int at = 0;
        for (ImageCrop crop : crops) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                if (half) {
                    writeHalves(crop.pixels(), channel, target, at);
                } else {
                    writeFloats(crop.pixels(), channel, target, at);
                }
                at += plane;
            }
        }
    }

    private void writeFloats(byte[] pixels, int channel, ByteBuffer target, int at) {
        float[] table = floats[channel];
        for (int i = 0; i < plane; i++) {
            target.putFloat(Float.BYTES * (at + i), table[pixels[CHANNELS * i + channel] & 0xff]);
        }
    }

    private void writeHalves(byte[] pixels, int channel, ByteBuffer target, int at) {
        short[] table = halves[channel];
        for (int i = 0; i < plane; i++) {
            target.putShort(Short.BYTES * (at + i), table[pixels[CHANNELS * i + channel] & 0xff]);
        }
    }
}
