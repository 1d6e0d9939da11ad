package semblance.model.onnx;

import java.util.List;

import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.card.ImageTower;
import semblance.model.card.Precision;
import semblance.model.preprocess.Fit;
import semblance.model.preprocess.Interpolation;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderNotices;

/// Encoders of pictures of one pixel, `pixel_values` `[n, 3, 1, 1]` to `image_embeds` `[n, 3]`.
final class TinyEncoders {
    static final EmbeddingSpace SPACE = new EmbeddingSpace("tiny", 3);

    private TinyEncoders() {
    }

    static OnnxImageEncoder of(byte[] graph, ExecutionProvider provider, ProviderNotices notices) {
        return new OnnxImageEncoder(file(graph), tower("pixel_values", "image_embeds"), SPACE, 1, provider, notices);
    }

    static GraphFile file(byte[] graph) {
        return new GraphFile.InMemory("tiny.onnx", graph);
    }

    /// Which takes pixels from -1 to 1.
    static ImageTower tower(String input, String output) {
        List<Double> halves = List.of(0.5, 0.5, 0.5);
        return new ImageTower("tiny.onnx", input, output, false, Precision.FP32, 1, Fit.SHORTEST_SIDE,
                Interpolation.BICUBIC, 0, halves, halves);
    }

    static ImageCrop crop(int red, int green, int blue) {
        return new ImageCrop(1, new byte[]{(byte) red, (byte) green, (byte) blue});
    }
}
