package semblance.model.provider;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static semblance.model.provider.ExecutionProvider.CORE_ML;
import static semblance.model.provider.ExecutionProvider.CPU;
import static semblance.model.provider.ExecutionProvider.CUDA;
import static semblance.model.provider.ExecutionProvider.DIRECT_ML;
import static semblance.model.provider.ExecutionProvider.OPEN_VINO;
import static semblance.model.provider.ExecutionProvider.TENSOR_RT;

class ProviderChoiceTest {
    private final List<ExecutionProvider> tried = new ArrayList<>();

    @Test
    void withoutAWishTheFirstOneThatPassesRuns() {
        ProviderChoice choice = choice(null, "Windows 11", EnumSet.allOf(ExecutionProvider.class),
                Set.of(DIRECT_ML, OPEN_VINO));

        assertThat(choice.running()).isEqualTo(DIRECT_ML);
        assertThat(tried).containsExactly(CUDA, DIRECT_ML);
        assertThat(choice.state().line())
                .isEqualTo("Photos are encoded on DirectML. CUDA: it is broken. Repair it.");
        assertThat(choice.notices()).containsExactly(choice.state().line());
    }

    @ParameterizedTest
    @CsvSource({"Linux,CUDA;OPEN_VINO", "Windows 11,CUDA;DIRECT_ML;OPEN_VINO", "Mac OS X,CORE_ML"})
    void eachSystemHasItsOrder(String system, String order) {
        ProviderChoice choice = choice(null, system, EnumSet.allOf(ExecutionProvider.class), Set.of());

        assertThat(choice.running()).isEqualTo(CPU);
        assertThat(tried).extracting(Enum::name).containsExactly(order.split(";"));
    }

    @Test
    void aWishIsTriedAlone() {
        ProviderChoice choice = choice(TENSOR_RT, "Linux", EnumSet.allOf(ExecutionProvider.class),
                EnumSet.allOf(ExecutionProvider.class));

        assertThat(choice.running()).isEqualTo(TENSOR_RT);
        assertThat(tried).containsExactly(TENSOR_RT);
    }

    @Test
    void aWishThatCannotBeFulfilledLeavesTheCpuAndSaysWhy() {
        ProviderChoice choice = choice(DIRECT_ML, "Linux", Set.of(), Set.of());

        assertThat(choice.running()).isEqualTo(CPU);
        assertThat(choice.notices())
                .containsExactly("Photos are encoded on the CPU. DirectML: it is not built in. Repair it.");
    }

    @Test
    void theCpuIsNotTriedOutAndNotTalkedAbout() {
        ProviderChoice choice = choice(CPU, "Linux", Set.of(CUDA), Set.of(CUDA));

        assertThat(choice.running()).isEqualTo(CPU);
        assertThat(tried).isEmpty();
        assertThat(choice.notices()).isEmpty();
    }

    @Test
    void aBuildForTheCpuIsNotTalkedAboutButItsStateSaysWhatThereCouldBe() {
        ProviderChoice choice = choice(null, "Linux", Set.of(), Set.of());

        assertThat(choice.state().refusals()).extracting(Refusal::provider).containsExactly(CUDA);
        assertThat(choice.notices()).isEmpty();
    }

    @Test
    void nothingIsTriedBeforeSomebodyAsksAndThenOnce() {
        ProviderChoice choice = choice(null, "Mac OS X", Set.of(CORE_ML), Set.of(CORE_ML));
        assertThat(choice.notices()).isEmpty();
        assertThat(tried).isEmpty();

        choice.running();
        choice.state();
        choice.running();

        assertThat(tried).containsExactly(CORE_ML);
    }

    @Test
    void aProviderThatFailsLaterGivesWayToTheCpu() {
        ProviderChoice choice = choice(null, "Linux", Set.of(CUDA), Set.of(CUDA));
        choice.running();

        choice.refuse(CUDA, "the card is gone");
        choice.refuse(CUDA, "the card is gone");

        assertThat(choice.running()).isEqualTo(CPU);
        assertThat(choice.notices()).containsExactly("Photos are encoded on CUDA.",
                "Photos are encoded on the CPU. CUDA: the card is gone."
                        + " The CPU goes on in its place until Semblance is started again.");
    }

    @Test
    void theSameIsToldOnce() {
        ProviderChoice choice = ProviderChoice.cpu();
        choice.tell("Memory is short.");
        choice.tell("Memory is short.");

        assertThat(choice.notices()).containsExactly("Memory is short.");
    }

    @Test
    void namesAreReadBackWhateverTheirCase() {
        for (ExecutionProvider provider : ExecutionProvider.values()) {
            assertThat(ExecutionProvider.find(" " + provider.title() + " ")).hasValue(provider);
            assertThat(ExecutionProvider.names()).contains(provider.id());
        }
        assertThat(ExecutionProvider.find("auto")).isEmpty();
    }

    @Test
    void sharesAreSaidLargestFirstAndNotRoundedUp() {
        assertThat(new NodeShare(Map.of(CPU, 1, CUDA, 399))).hasToString(
                "CUDA 399 of 400 nodes (99 %), CPU 1 of 400 nodes (0 %)");
    }

    private ProviderChoice choice(@Nullable ExecutionProvider wanted, String system,
            Set<ExecutionProvider> builtIn, Set<ExecutionProvider> working) {
        return new ProviderChoice(() -> Optional.ofNullable(wanted), system, provider -> {
            tried.add(provider);
            return working.contains(provider)
                    ? Optional.empty()
                    : Optional.of(builtIn.contains(provider)
                            ? new Refusal(provider, "it is broken", "Repair it.", true)
                            : new Refusal(provider, "it is not built in", "Repair it.", false));
        });
    }
}
