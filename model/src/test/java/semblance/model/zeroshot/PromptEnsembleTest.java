package semblance.model.zeroshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import semblance.model.Embedding;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PromptEnsembleTest {
    private static final List<String> TEMPLATES = List.of("a photo of a {}", "{}", "a picture of a {}");
    private static final Offset<Double> NEARLY = Offset.offset(1e-6);

    private final RandomEmbeddings random = new RandomEmbeddings(Seed.next("PromptEnsembleTest").random());
    private final Map<String, Embedding> prompts = new HashMap<>();

    @Test
    void theLabelTakesThePlaceInEachTemplate() {
        new PromptEnsemble(TEMPLATES).embed("boxer (dog)", this::encode);

        assertThat(prompts).containsOnlyKeys("a photo of a boxer (dog)", "boxer (dog)", "a picture of a boxer (dog)");
    }

    @Test
    void aLabelIsTheRenormalisedMeanOfItsPrompts() {
        Embedding label = new PromptEnsemble(TEMPLATES).embed("dog", this::encode);

        assertThat(label.cosine(label)).isCloseTo(1, NEARLY);
        double[] sum = new double[RandomEmbeddings.DIMENSION];
        prompts.values().forEach(prompt -> {
            float[] values = prompt.toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values[i];
            }
        });
        double norm = 0;
        for (double value : sum) {
            norm += value * value;
        }
        float[] values = label.toArray();
        for (int i = 0; i < sum.length; i++) {
            assertThat((double) values[i]).isCloseTo(sum[i] / Math.sqrt(norm), NEARLY);
        }
    }

    @Test
    void oneTemplateIsThePromptItself() {
        Embedding label = new PromptEnsemble(List.of("{}")).embed("dog", this::encode);

        assertThat(label.cosine(encode("dog"))).isCloseTo(1, NEARLY);
    }

    @Test
    void aTemplateWithoutExactlyOnePlaceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PromptEnsemble(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new PromptEnsemble(List.of("a photo")));
        assertThatIllegalArgumentException().isThrownBy(() -> new PromptEnsemble(List.of("{} and {}")));
    }

    private Embedding encode(String prompt) {
        return prompts.computeIfAbsent(prompt, _ -> random.next());
    }
}
