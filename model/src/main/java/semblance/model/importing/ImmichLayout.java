package semblance.model.importing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import semblance.model.card.Cleaning;
import semblance.model.card.TowerKind;
import semblance.model.preprocess.Fit;
import semblance.model.preprocess.Interpolation;

/// The layout of Immich's exports of open_clip models: `config.json`, `visual/model.onnx` with `preprocess_cfg.json`,
/// `textual/model.onnx` with `tokenizer.json`. The graphs take one picture and one text of full length, and normalise.
record ImmichLayout(Folder folder) {
    private static final String VISUAL = "visual/model.onnx";
    private static final String TEXTUAL = "textual/model.onnx";
    private static final String PREPROCESS = "visual/preprocess_cfg.json";
    private static final String TOKENIZER = "textual/tokenizer.json";
    private static final List<String> OUTPUTS = List.of("embedding", "output");

    /// Whether a folder looks like this.
    static boolean fits(Folder folder) {
        return folder.has(VISUAL) || folder.has(TEXTUAL);
    }

    Description read() {
        for (String tower : List.of(VISUAL, TEXTUAL)) {
            if (!folder.has(tower)) {
                throw folder.refused("the file " + tower + " is missing. Copy it from where the model was published.");
            }
        }
        JsonNode config = folder.optional("config.json");
        JsonNode text = config.path("text_cfg");
        if (folder.name().toLowerCase(Locale.ROOT).startsWith("nllb")) {
            throw folder.refused("its texts need the name of their language in front, which Semblance does not give."
                    + " Choose a model without, such as one named XLM-Roberta or SigLIP2.");
        }
        boolean canonical = text.path("tokenizer_kwargs").path("clean").asText().equals("canonicalize");
        boolean causal = !text.path("no_causal_mask").asBoolean() && !text.has("hf_model_name") && !canonical
                && !config.has("init_logit_bias");
        JsonNode tokenizer = folder.require(TOKENIZER);
        return new Description(causal ? TowerKind.CLIP : TowerKind.SIGLIP, VISUAL, TEXTUAL, TOKENIZER,
                framing(folder.require(PREPROCESS)), OUTPUTS, OUTPUTS, true,
                config.has("embed_dim") ? config.path("embed_dim").asInt() : null,
                text.path("context_length").asInt(causal ? 77 : 64),
                new PadToken(tokenizer,
                        Stream.of("textual/tokenizer_config.json", "textual/special_tokens_map.json")
                                .map(folder::optional))
                        .id(0),
                canonical ? Cleaning.CANONICALIZE : Cleaning.WHITESPACE, quickGelu(config),
                List.of(causal ? "en" : "mul"));
    }

    /// open_clip trains what carries OpenAI's name, and what says so, with QuickGELU.
    private boolean quickGelu(JsonNode config) {
        String name = folder.name().toLowerCase(Locale.ROOT);
        return config.path("quick_gelu").asBoolean() || name.endsWith("__openai") || name.contains("quickgelu");
    }

    private Description.Framing framing(JsonNode config) {
        JsonNode size = config.path("size");
        int edge = size.isArray() ? size.path(0).asInt() : size.asInt();
        if (size.isArray() && size.path(1).asInt() != edge) {
            throw folder.refused(PREPROCESS + " asks for pictures that are not square. Nothing can be done about it.");
        }
        List<Double> missing = List.of();
        return new Description.Framing(edge, fit(config.path("resize_mode").asText("shortest")),
                interpolation(config.path("interpolation").asText("bicubic")), config.path("fill_color").asInt(0),
                Numbers.of(config.path("mean"), missing), Numbers.of(config.path("std"), missing));
    }

    private Fit fit(String mode) {
        return switch (mode) {
            case "shortest" -> Fit.SHORTEST_SIDE;
            case "squash" -> Fit.SQUASH;
            case "longest" -> Fit.LETTERBOX;
            default -> throw folder.refused(PREPROCESS + " asks for the resize mode " + mode
                    + ". The modes shortest, squash and longest can be done.");
        };
    }

    private Interpolation interpolation(String name) {
        return switch (name) {
            case "bicubic" -> Interpolation.BICUBIC;
            case "bilinear" -> Interpolation.BILINEAR;
            case "lanczos" -> Interpolation.LANCZOS;
            default -> throw folder.refused(PREPROCESS + " asks for the interpolation " + name
                    + ". Bicubic, bilinear and lanczos can be done.");
        };
    }
}
