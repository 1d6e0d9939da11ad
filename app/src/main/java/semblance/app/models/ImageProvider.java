package semblance.app.models;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import semblance.model.onnx.OnnxProviderTrial;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderChoice;
import semblance.model.provider.ProviderState;
import semblance.model.provider.Refusal;

/// The execution provider of this process. Thread-safe.
public final class ImageProvider {
    private final ProviderChoice choice;

    /// Prepares; nothing is looked at before photos are encoded or somebody asks.
    ///
    /// @param asked    by name in arguments or environment
    /// @param settings gives the name in the settings
    /// @throws IllegalArgumentException if there is no provider of the name that was asked for
    public ImageProvider(Optional<String> asked, Supplier<String> settings) {
        Optional<String> checked = asked.map(ImageProvider::checked);
        choice = new ProviderChoice(() -> ExecutionProvider.find(checked.orElseGet(settings)),
                System.getProperty("os.name", ""), new OnnxProviderTrial());
    }

    /// Checks a name.
    ///
    /// @return the same
    /// @throws IllegalArgumentException naming those there are
    public static String checked(String name) {
        if (!name.strip().equalsIgnoreCase(ExecutionProvider.AUTOMATIC) && ExecutionProvider.find(name).isEmpty()) {
            throw new IllegalArgumentException("There is no execution provider \"" + name + "\". Choose one of "
                    + ExecutionProvider.names() + ".");
        }
        return name;
    }

    /// For the models.
    public ProviderChoice choice() {
        return choice;
    }

    /// What runs and why. Tries providers out at the first call, which takes seconds: not for the UI thread.
    public ProviderReport report() {
        ProviderState state = choice.state();
        return new ProviderReport(state.running().title(), state.running().halfPrecisionGains(), state.line(),
                state.refusals().stream().map(Refusal::sentence).toList());
    }

    /// What the user should be told so far, in sentences, the oldest first. Never waits.
    public List<String> notices() {
        return choice.notices();
    }
}
