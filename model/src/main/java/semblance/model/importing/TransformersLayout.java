package semblance.model.importing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import semblance.model.card.Cleaning;
import semblance.model.card.TowerKind;
import semblance.model.preprocess.Fit;
import semblance.model.preprocess.Interpolation;

/// The layout of transformers.js and of Hugging Face's ONNX exports: `config.json`, `preprocessor_config.json`,
/// `tokenizer.json`, and the towers as `vision_model.onnx` and `text_model.onnx` in `onnx` or beside them.
record TransformersLayout(Folder folder) {
    private static final String CONFIG = "config.json";
    private static final String PREPROCESSOR = "preprocessor_config.json";
    private static final String TOKENIZER = "tokenizer.json";
    /// Best first: what is quantised to eight bits or fewer has lost quality.
    private static final List<String> PRECISIONS = List.of("", "_fp16", "_int8", "_uint8", "_quantized", "_q8",
            "_q4f16",
            "_q4", "_bnb4");
    private static final List<Double> CLIP_MEAN = List.of(0.48145466, 0.4578275, 0.40821073);
    private static final List<Double> CLIP_STD = List.of(0.26862954, 0.26130258, 0.27577711);
    private static final double BYTE = 1 / 255.0;
    private static final int GEMMA_VOCABULARY = 256_000;

    /// Whether a folder looks like this.
    static boolean fits(Folder folder) {
        return folder.has(PREPROCESSOR) || folder.first(tower("vision_model")).isPresent()
                || folder.first(tower("model")).isPresent();
    }

    Description read() {
        JsonNode config = folder.require(CONFIG);
        TowerKind kind = kind(config.path("model_type").asText());
        boolean clip = kind == TowerKind.CLIP;
        JsonNode text = config.path("text_config");
        JsonNode tokenizer = folder.require(TOKENIZER);
        boolean gemma = text.path("vocab_size").asInt() >= GEMMA_VOCABULARY;
        List<String> outputs = clip ? List.of() : List.of("pooler_output");
        return new Description(kind, find("vision_model"), find("text_model"), TOKENIZER,
                framing(folder.require(PREPROCESSOR), clip), clip ? List.of("image_embeds") : outputs,
                clip ? List.of("text_embeds") : outputs, false,
                config.has("projection_dim") ? config.path("projection_dim").asInt() : null,
                text.path("max_position_embeddings").asInt(clip ? 77 : 64),
                new PadToken(tokenizer, Stream.of("tokenizer_config.json", "special_tokens_map.json")
                        .map(folder::optional)).id(text.path("pad_token_id").asInt(clip ? 0 : 1)),
                clip ? Cleaning.NONE : gemma ? Cleaning.LOWERCASE : Cleaning.CANONICALIZE, clip && quickGelu(config),
                List.of(gemma ? "mul" : "en"));
    }

    private TowerKind kind(String type) {
        return switch (type) {
            case "clip" -> TowerKind.CLIP;
            case "siglip", "siglip2" -> TowerKind.SIGLIP;
            default -> throw folder.refused(CONFIG + " says it is a " + (type.isEmpty() ? "model of no type" : type)
                    + ". Models of the types clip and siglip can be imported.");
        };
    }

    private String find(String stem) {
        return folder.first(tower(stem)).orElseThrow(() -> folder.refused(folder.first(tower("model")).isPresent()
                ? "its towers are in one graph. Export them separately, as vision_model.onnx and text_model.onnx."
                : "the file onnx/" + stem + ".onnx is missing. Copy it from where the model was published."));
    }

    private static List<String> tower(String stem) {
        return PRECISIONS.stream()
                .flatMap(precision -> Stream.of("onnx/", "").map(at -> at + stem + precision + ".onnx"))
                .toList();
    }

    /// What transformers takes for granted where the file is silent.
    private static boolean quickGelu(JsonNode config) {
        return config.path("text_config").path("hidden_act").asText("quick_gelu").equals("quick_gelu")
                && config.path("vision_config").path("hidden_act").asText("quick_gelu").equals("quick_gelu");
    }

    private Description.Framing framing(JsonNode config, boolean clip) {
        if (Math.abs(config.path("rescale_factor").asDouble(BYTE) - BYTE) > 1e-9) {
            throw folder.refused(PREPROCESSOR + " scales pixels by " + config.path("rescale_factor").asText()
                    + ", where 1/255 is usual. Nothing can be done about it.");
        }
        boolean normalize = config.path("do_normalize").asBoolean(true);
        List<Double> half = List.of(0.5, 0.5, 0.5);
        return new Description.Framing(size(config), crops(config, clip) ? Fit.SHORTEST_SIDE : Fit.SQUASH,
                interpolation(config.path("resample").asInt(3)), 0,
                normalize ? Numbers.of(config.path("image_mean"), clip ? CLIP_MEAN : half) : List.of(0.0, 0.0, 0.0),
                normalize ? Numbers.of(config.path("image_std"), clip ? CLIP_STD : half) : List.of(1.0, 1.0, 1.0));
    }

    private static boolean crops(JsonNode config, boolean clip) {
        JsonNode size = config.path("size");
        return size.has("shortest_edge") || (!size.isObject() && config.path("do_center_crop").asBoolean(clip));
    }

    private int size(JsonNode config) {
        JsonNode size = config.path("size");
        int resized = size.isObject() ? size.path("shortest_edge").asInt(size.path("height").asInt()) : size.asInt();
        JsonNode crop = config.path("crop_size");
        int cropped = crop.isMissingNode() || !config.path("do_center_crop").asBoolean(true) || size.has("height")
                ? resized
                : crop.path("height").asInt(crop.asInt(resized));
        if (resized != cropped || resized != size.path("width").asInt(resized)) {
            throw folder.refused(String.format(Locale.ROOT,
                    "%s resizes to %d and crops to %d. Only square crops of the whole shortest side can be imported.",
                    PREPROCESSOR, resized, cropped));
        }
        return resized;
    }

    /// By Pillow's numbers.
    private Interpolation interpolation(int resample) {
        return switch (resample) {
            case 1 -> Interpolation.LANCZOS;
            case 2 -> Interpolation.BILINEAR;
            case 3 -> Interpolation.BICUBIC;
            default -> throw folder.refused(PREPROCESSOR + " asks for the resampling " + resample
                    + ". Lanczos (1), bilinear (2) and bicubic (3) can be done.");
        };
    }
}
