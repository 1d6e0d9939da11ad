package semblance.app.models;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ImageProviderTest {
    @Test
    void theReportSaysWhatRunsAndWhyNotWhatWasAskedFor() {
        ImageProvider provider = new ImageProvider(Optional.of("DirectML"), () -> "cpu");

        assertThat(provider.notices()).as("before anybody has asked").isEmpty();
        assertThat(provider.report()).isEqualTo(new ProviderReport("CPU", false,
                "Photos are encoded on the CPU. DirectML: this build of Semblance does not have it.",
                List.of("DirectML: this build of Semblance does not have it.")));
        assertThat(provider.notices()).containsExactly(provider.report().line());
    }

    @Test
    void theSettingsCountWhereNothingIsAskedFor() {
        assertThat(new ImageProvider(Optional.empty(), () -> "cpu").report())
                .isEqualTo(new ProviderReport("CPU", false, "Photos are encoded on the CPU.", List.of()));
    }

    @Test
    void theSettingsAreNotReadBeforeAProviderIsNeeded() {
        ImageProvider provider = new ImageProvider(Optional.empty(), () -> {
            throw new AssertionError("read");
        });

        assertThat(provider.notices()).isEmpty();
    }

    @Test
    void anUnknownNameIsRefusedAtOnce() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageProvider(Optional.of("abacus"), () -> "auto"))
                .withMessageStartingWith("There is no execution provider \"abacus\". Choose one of auto, cuda,");
        assertThat(ImageProvider.checked(" AUTO ")).isEqualTo(" AUTO ");
    }
}
