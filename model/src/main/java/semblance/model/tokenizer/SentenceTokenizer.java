package semblance.model.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;

import semblance.model.ModelLoadException;

/// Splits a text into the tokens of a sentence encoder, as its tokenizer.json describes them, with its special tokens,
/// cut to a maximum and never padded. Whatever that file says about padding and truncation is overridden. Works offline:
/// the native library comes out of the jar. Not thread-safe.
public final class SentenceTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    /// Reads a tokenizer.
    ///
    /// @param name      of the tokenizer, for messages
    /// @param json      a tokenizer.json; read to its end, not closed
    /// @param maxTokens special tokens included
    /// @throws ModelLoadException if the file cannot be read
    public SentenceTokenizer(String name, InputStream json, int maxTokens) {
        try {
            tokenizer = HuggingFaceTokenizer.newInstance(json, Map.of("addSpecialTokens", "true", "padding", "false",
                    "truncation", "true", "maxLength", Integer.toString(maxTokens), "modelMaxLength",
                    Integer.toString(maxTokens)));
        } catch (IOException e) {
            throw new ModelLoadException("The tokenizer " + name + " cannot be read: " + e.getMessage()
                    + ". Reinstall Semblance.", e);
        }
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
}
