package semblance.model.preprocess;

import java.util.List;

/// Mean and standard deviation of the red, green and blue values (from 0 to 1) of the pictures that an image tower was
/// trained on. Towers take `(value / 255 - mean) / std`.
///
/// @param mean of red, green, blue
/// @param std  of red, green, blue, each greater than 0
public record ChannelStatistics(List<Double> mean, List<Double> std) {
    public ChannelStatistics {
        mean = List.copyOf(mean);
        std = List.copyOf(std);
        if (mean.size() != 3 || std.size() != 3 || std.stream().anyMatch(value -> !(value > 0))) {
            throw new IllegalArgumentException("mean " + mean + ", std " + std);
        }
    }

    /// The normalised value of each of the 256 values that a byte of a channel can have.
    ///
    /// @param channel 0 red, 1 green, 2 blue
    public float[] table(int channel) {
        float[] table = new float[256];
        for (int value = 0; value < table.length; value++) {
            table[value] = (float) ((value / 255.0 - mean.get(channel)) / std.get(channel));
        }
        return table;
    }
}
