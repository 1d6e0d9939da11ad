package semblance.app.bench;

import java.time.Duration;
import java.util.List;

import semblance.model.onnx.random.ClipShape;

/// What to measure, and how long.
///
/// @param photos     widths of the JPEGs that are decoded, in pixels; their heights are three quarters
/// @param batches    of pictures for the image towers
/// @param threads    that a tower may use; at least one number
/// @param references models of random weights beside the current one
/// @param vectors    numbers of them in the indexes that are searched
/// @param duration   of each measurement, unless three repetitions take longer
public record BenchPlan(List<Integer> photos, List<Integer> batches, List<Integer> threads, List<Reference> references,
        List<Integer> vectors, Duration duration) {
    /// The model that others are compared with most.
    public static final Reference VIT_B_32 = new Reference("ViT-B/32 with random weights", ClipShape.VIT_B_32);

    /// A model of random weights.
    ///
    /// @param name for people
    public record Reference(String name, ClipShape shape) {
    }

    public BenchPlan {
        photos = List.copyOf(photos);
        batches = List.copyOf(batches);
        threads = List.copyOf(threads);
        references = List.copyOf(references);
        vectors = List.copyOf(vectors);
    }
}
