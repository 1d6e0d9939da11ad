package semblance.model.zeroshot;

import org.junit.jupiter.api.Test;

import semblance.model.starter.StarterModel;

import static org.assertj.core.api.Assertions.assertThat;

final class PromptTemplatesTest {
    @Test
    void allHaveOnePlaceForTheLabel() {
        assertThat(new PromptEnsemble(PromptTemplates.few()).templates()).hasSize(3);
        assertThat(new PromptEnsemble(PromptTemplates.eighty()).templates()).hasSize(80).doesNotHaveDuplicates();
    }

    @Test
    void theStarterUsesTheFew() {
        assertThat(StarterModel.bundled(1).labelTemplates()).isEqualTo(PromptTemplates.few());
    }
}
