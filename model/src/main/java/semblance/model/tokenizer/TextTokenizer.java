package semblance.model.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.util.Utils;

import semblance.model.ModelLoadException;

/// Splits a text into the tokens of a text tower, as its tokenizer.json describes them, with its special tokens,
/// cut to a maximum and never padded. Whatever that file says about padding and truncation is overridden. Works offline:
/// the native library comes out of the jar. Not thread-safe.
public final class TextTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    /// Reads a tokenizer.
    ///
    /// @param name      of the tokenizer, for messages
    /// @param json      a tokenizer.json
    /// @param maxTokens special tokens included
    /// @throws ModelLoadException if the file is damaged, or if DJL is not offline: it would report its start to its makers
    ///                            and might download a native library
    public TextTokenizer(String name, byte[] json, int maxTokens) {
        if (!Utils.isOfflineMode()) {
            throw new ModelLoadException("The tokenizer " + name + " may not use the network."
                    + " Start Semblance with its own launcher, which sets -Dai.djl.offline=true,"
                    + " and without DJL_OFFLINE in the environment.");
        }
        tokenizer = read(name, json, Integer.toString(maxTokens));
    }

    /// Splits a text.
    ///
    /// @return at least the special tokens, at most the maximum
    public long[] ids(String text) {
        return tokenizer.encode(text).getIds();
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /// The native library reports a damaged file as a plain RuntimeException.
    private static HuggingFaceTokenizer read(String name, byte[] json, String maxTokens) {
        try {
            return HuggingFaceTokenizer.newInstance(new ByteArrayInputStream(json),
                    Map.of("addSpecialTokens", "true", "padding", "false", "truncation", "true", "maxLength",
                            maxTokens, "modelMaxLength", maxTokens));
        } catch (IOException | RuntimeException e) {
            throw new ModelLoadException(
                    "The tokenizer " + name + " is damaged: " + e.getMessage()
                            + ". Reinstall Semblance or import the model again.",
                    e);
        }
    }
}
