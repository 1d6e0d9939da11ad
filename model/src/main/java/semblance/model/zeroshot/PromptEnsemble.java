package semblance.model.zeroshot;

import java.util.List;
import java.util.function.Function;

import semblance.model.Embedding;

/// Turns a label into a point of the embedding space: the mean of the embeddings of some prompts with the label in them,
/// each of length 1 before and the mean after (Radford et al. 2021, "Learning Transferable Visual Models From Natural
/// Language Supervision", section 3.1.4).
///
/// @param templates each with one `{}` where the label goes; at least one
public record PromptEnsemble(List<String> templates) {
    private static final String PLACE = "{}";

    public PromptEnsemble {
        templates = List.copyOf(templates);
        if (templates.isEmpty() || templates.stream().anyMatch(template -> !hasOnePlace(template))) {
            throw new IllegalArgumentException("prompt templates need one {} each: " + templates);
        }
    }

    /// Embeds a label.
    ///
    /// @param encoder of a text tower: text to a point of its space
    /// @throws semblance.model.EncodingException if the tower cannot encode a prompt
    public Embedding embed(String label, Function<String, Embedding> encoder) {
        float[] sum = new float[0];
        for (String template : templates) {
            float[] prompt = encoder.apply(template.replace(PLACE, label)).toArray();
            sum = sum.length == 0 ? prompt : plus(sum, prompt);
        }
        return Embedding.normalized(sum);
    }

    private static float[] plus(float[] left, float[] right) {
        float[] sum = new float[left.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = left[i] + right[i];
        }
        return sum;
    }

    private static boolean hasOnePlace(String template) {
        int first = template.indexOf(PLACE);
        return first >= 0 && first == template.lastIndexOf(PLACE);
    }
}
