package semblance.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.Refusal;
import semblance.model.testing.tiny.ProbeGraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class OnnxProviderTrialTest {
    private final OnnxProviderTrial trial = new OnnxProviderTrial();

    @Test
    void theCpuPasses() {
        assertThat(trial.tryOut(ExecutionProvider.CPU)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUDA", "TENSOR_RT"})
    void whatWasNotBuiltInSaysHowItIsBuilt(ExecutionProvider provider) {
        assumeThat(OrtEnvironment.getAvailableProviders()).doesNotContain(ProviderOptions.name(provider));

        assertThat(trial.tryOut(provider)).hasValueSatisfying(refusal -> {
            assertThat(refusal.builtIn()).isFalse();
            assertThat(refusal.detail()).isEqualTo(
                    "this build of Semblance does not have it. For an NVIDIA card, build with -Pcuda.");
        });
    }

    @Test
    void cudaThatWasBuiltInButCannotRunSaysWhatIsMissing() {
        assumeThat(OrtEnvironment.getAvailableProviders()).as("built with -Pcuda").contains(OrtProvider.CUDA);
        assumeThat(NvidiaDriver.isInstalled()).as("an NVIDIA driver").isFalse();

        assertThat(trial.tryOut(ExecutionProvider.CUDA)).hasValueSatisfying(refusal -> {
            assertThat(refusal.builtIn()).isTrue();
            assertThat(refusal.sentence()).startsWith("CUDA: there is no NVIDIA driver.").contains("cuDNN 9");
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyProviderEitherPassesOrSaysWhyNot(ExecutionProvider provider) {
        assertThat(trial.tryOut(provider).map(Refusal::why)).satisfiesAnyOf(
                why -> assertThat(why).isEmpty(), why -> assertThat(why.orElseThrow()).isNotBlank());
    }

    @Test
    void theGraphIsTheOneThatTheTestsWrite() throws IOException {
        try (InputStream in = OnnxProviderTrial.class.getResourceAsStream("probe.onnx")) {
            assertThat(Objects.requireNonNull(in, "probe.onnx").readAllBytes()).isEqualTo(ProbeGraph.bytes());
        }
    }
}
