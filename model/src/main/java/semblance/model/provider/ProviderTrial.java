package semblance.model.provider;

import java.util.Optional;

/// Finds out whether a provider can be used on this machine.
public interface ProviderTrial {
    /// Runs something small on it. May take seconds.
    ///
    /// @return why it cannot be used; empty if it can
    Optional<Refusal> tryOut(ExecutionProvider provider);
}
