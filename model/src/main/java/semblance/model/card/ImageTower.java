package semblance.model.card;

import java.util.List;

import semblance.model.ImagePreprocessing;
import semblance.model.preprocess.ChannelStatistics;
import semblance.model.preprocess.Fit;
import semblance.model.preprocess.Interpolation;

/// The image tower of a card: a graph from float pixels `[n, 3, size, size]` to vectors `[n, dimension]`.
///
/// @param file       one of the card's files
/// @param input      the graph's name for the pixels
/// @param output     the graph's name for the vectors
/// @param normalized whether the graph's vectors have length 1
/// @param size       edge of the crops in pixels
/// @param fill       grey value of the bars of a letterbox, from 0 to 255
/// @param mean       of red, green, blue, see [ChannelStatistics]
/// @param std        of red, green, blue
public record ImageTower(String file, String input, String output, boolean normalized, Precision precision, int size,
        Fit resize, Interpolation interpolation, int fill, List<Double> mean, List<Double> std) {
    private static final int LARGEST = 4096;

    public ImageTower {
        Requirement.present(file, "file");
        Requirement.present(input, "input");
        Requirement.present(output, "output");
        Requirement.present(precision, "precision");
        Requirement.present(resize, "resize");
        Requirement.present(interpolation, "interpolation");
        mean = List.copyOf(Requirement.present(mean, "mean"));
        std = List.copyOf(Requirement.present(std, "std"));
        Requirement.that(size >= 1 && size <= LARGEST, "size " + size + " is not from 1 to " + LARGEST);
        Requirement.that(fill >= 0 && fill <= 255, "fill " + fill + " is not from 0 to 255");
        Requirement.that(mean.size() == 3 && std.size() == 3 && std.stream().allMatch(value -> value > 0),
                "mean and std need three numbers each, std above 0");
    }

    /// What turns pictures into crops for this tower.
    public ImagePreprocessing preprocessing() {
        return resize.preprocessing(size, interpolation, fill);
    }

    /// What turns the bytes of a crop into the tower's numbers.
    public ChannelStatistics statistics() {
        return new ChannelStatistics(mean, std);
    }
}
