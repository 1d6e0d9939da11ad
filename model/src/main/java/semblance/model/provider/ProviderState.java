package semblance.model.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Which provider runs, and why others do not. Immutable.
///
/// @param wanted   by the user; empty if the program chooses
/// @param refusals of those that would have come first
public record ProviderState(ExecutionProvider running, Optional<ExecutionProvider> wanted, List<Refusal> refusals) {
    public ProviderState {
        refusals = List.copyOf(refusals);
    }

    /// In a line for the user.
    public String line() {
        return "Photos are encoded on " + (running == ExecutionProvider.CPU ? "the CPU" : running.title()) + "."
                + refusals.stream().map(refusal -> " " + refusal.sentence()).collect(Collectors.joining());
    }

    /// Whether the user should see the line unasked: not if the CPU runs because there is nothing else in the program.
    public boolean notable() {
        return running != ExecutionProvider.CPU || refusals.stream().anyMatch(Refusal::builtIn)
                || wanted.filter(provider -> provider != ExecutionProvider.CPU).isPresent();
    }
}
