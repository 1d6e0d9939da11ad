package semblance.model.testing.tiny;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;

import semblance.model.Embedding;
import semblance.model.ImageCrop;

/// A dual encoder with random weights: written into a folder in the layout of its kind, and computed by hand.
public final class TinyModel {
    private static final int DIMENSION = 20;
    private static final int CONTEXT = 77;
    private static final int SIGLIP_CONTEXT = 64;
    private static final double[] CLIP_MEAN = {0.48145466, 0.4578275, 0.40821073};
    private static final double[] CLIP_STD = {0.26862954, 0.26130258, 0.27577711};
    private static final double[] HALF = {0.5, 0.5, 0.5};

    private final TinyImageTower images;
    private final TinyTextTower texts;
    private final TinyTokenizer tokenizer;
    private final double[] mean;
    private final double[] std;

    private TinyModel(TinyImageTower images, TinyTextTower texts, TinyTokenizer tokenizer, double[] mean,
            double[] std) {
        this.images = images;
        this.texts = texts;
        this.tokenizer = tokenizer;
        this.mean = mean;
        this.std = std;
    }

    /// CLIP with a vision transformer.
    public static TinyModel clipVit(Random random) {
        Weights weights = new Weights(random);
        return clip(new ClipVisionTransformer(weights, Gelu.QUICK, DIMENSION), weights, Gelu.QUICK, DIMENSION);
    }

    /// CLIP with a residual network.
    public static TinyModel clipResNet(Random random) {
        Weights weights = new Weights(random);
        return clip(new ClipResNet(weights, DIMENSION), weights, Gelu.QUICK, DIMENSION);
    }

    /// CLIP exported with an activation that its weights were not trained with.
    public static TinyModel clipWithExactGelu(Random random) {
        return clipOfDimension(random, DIMENSION);
    }

    /// The same with embeddings of another length.
    public static TinyModel clipOfDimension(Random random, int dimension) {
        Weights weights = new Weights(random);
        return clip(new ClipVisionTransformer(weights, Gelu.EXACT, dimension), weights, Gelu.EXACT, dimension);
    }

    /// SigLIP.
    public static TinyModel siglip(Random random) {
        Weights weights = new Weights(random);
        return new TinyModel(new SiglipVision(weights),
                new TinyTextTower(weights, false, Gelu.TANH, TinyTokenizer.WORDS.vocabulary().size(), SIGLIP_CONTEXT,
                        SiglipVision.WIDTH),
                TinyTokenizer.WORDS, HALF, HALF);
    }

    private static TinyModel clip(TinyImageTower images, Weights weights, Gelu gelu, int dimension) {
        return new TinyModel(images,
                new TinyTextTower(weights, true, gelu, TinyTokenizer.LETTERS.vocabulary().size(), CONTEXT, dimension),
                TinyTokenizer.LETTERS, CLIP_MEAN, CLIP_STD);
    }

    /// Writes the layout of transformers.js: free batches and lengths, int64 ids, outputs that are not normalised.
    public TinyModel writeTransformers(Path folder) throws IOException {
        boolean clip = texts.clip();
        String dimension = String.valueOf(texts.dimension());
        GraphWriter vision = new GraphWriter();
        String pixels = vision.input("pixel_values", GraphWriter.FLOAT, "n", "3", "height", "width");
        vision.output(images.write(vision, pixels), clip ? "image_embeds" : "pooler_output", "n", dimension);
        GraphWriter text = new GraphWriter();
        String ids = text.input("input_ids", GraphWriter.INT64, "n", "length");
        text.output(texts.write(text, ids), clip ? "text_embeds" : "pooler_output", "n", dimension);
        write(folder, "onnx/vision_model.onnx", vision.bytes());
        write(folder, "onnx/text_model.onnx", text.bytes());
        write(folder, "tokenizer.json", tokenizer.bytes());
        json(folder, "config.json", clip
                ? Map.of("model_type", "clip", "projection_dim", texts.dimension())
                : Map.of("model_type", "siglip"));
        json(folder, "preprocessor_config.json", clip
                ? Map.of("crop_size", TinyImageTower.SIZE, "do_center_crop", true, "size",
                        Map.of("shortest_edge", TinyImageTower.SIZE), "resample", 3, "image_mean", CLIP_MEAN,
                        "image_std", CLIP_STD)
                : Map.of("size", Map.of("height", TinyImageTower.SIZE, "width", TinyImageTower.SIZE), "resample", 3,
                        "image_mean", HALF, "image_std", HALF));
        json(folder, "tokenizer_config.json", Map.of("pad_token", clip ? TinyTokenizer.END : TinyTokenizer.STOP));
        return this;
    }

    /// Writes Immich's layout: one picture or text at a time, int32 ids of full length, outputs of length 1.
    public TinyModel writeImmich(Path folder) throws IOException {
        String size = String.valueOf(TinyImageTower.SIZE);
        String dimension = String.valueOf(texts.dimension());
        GraphWriter vision = new GraphWriter();
        String pixels = vision.input("image", GraphWriter.FLOAT, "1", "3", size, size);
        vision.output(unit(vision, images.write(vision, pixels)), "embedding", "1", dimension);
        GraphWriter text = new GraphWriter();
        String ids = text.input("text", GraphWriter.INT32, "1", String.valueOf(texts.length()));
        text.output(unit(text, texts.write(text, ids)), "embedding", "1", dimension);
        write(folder, "visual/model.onnx", vision.bytes());
        write(folder, "textual/model.onnx", text.bytes());
        write(folder, "textual/tokenizer.json", tokenizer.bytes());
        json(folder, "textual/tokenizer_config.json", Map.of("pad_token", TinyTokenizer.END));
        json(folder, "config.json", Map.of("embed_dim", texts.dimension(), "vision_cfg", Map.of("image_size", 32),
                "text_cfg", Map.of("context_length", texts.length())));
        json(folder, "visual/preprocess_cfg.json",
                Map.of("size", List.of(TinyImageTower.SIZE, TinyImageTower.SIZE), "mode", "RGB", "mean", mean, "std",
                        std, "interpolation", "bicubic", "resize_mode", "shortest", "fill_color", 0));
        return this;
    }

    /// The embedding of a crop by hand.
    public Embedding image(ImageCrop crop) {
        double[][][] pixels = new double[3][crop.size()][crop.size()];
        for (int i = 0; i < crop.pixels().length; i++) {
            int channel = i % 3;
            pixels[channel][i / 3 / crop.size()][i / 3 % crop.size()] = ((crop.pixels()[i] & 0xff) / 255.0
                    - mean[channel]) / std[channel];
        }
        return unit(images.forward(pixels));
    }

    /// The embedding of a text by hand.
    public Embedding text(String text) {
        List<Long> tokens = tokenizer.ids(text);
        long[] ids = new long[texts.clip() ? tokens.size() : texts.length()];
        Arrays.fill(ids, 1); // what SigLIP is filled up with
        for (int i = 0; i < tokens.size(); i++) {
            ids[i] = tokens.get(i);
        }
        return unit(texts.forward(ids));
    }

    private static Embedding unit(double[] vector) {
        float[] floats = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            floats[i] = (float) vector[i];
        }
        return Embedding.normalized(floats);
    }

    private static String unit(GraphWriter graph, String vector) {
        String length = graph.node("ReduceL2", List.of(vector), GraphWriter.whole("axes", -1));
        return graph.node("Div", List.of(vector, length));
    }

    private static void json(Path folder, String file, Map<String, Object> content) throws IOException {
        write(folder, file, new ObjectMapper().writeValueAsBytes(content));
    }

    private static void write(Path folder, String file, byte[] bytes) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.write(path, bytes);
    }
}
