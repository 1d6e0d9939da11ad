package semblance.model.provider;

/// Takes what happens to a provider at work.
@FunctionalInterface
public interface ProviderNotices {
    /// Has the user told something.
    ///
    /// @param notice a sentence
    void tell(String notice);
}
