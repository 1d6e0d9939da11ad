package semblance.model.provider;

/// Why a provider does not run.
///
/// @param why     without the provider's name and without a full stop
/// @param remedy  a sentence, or empty if there is none
/// @param builtIn whether this ONNX Runtime was built with it
public record Refusal(ExecutionProvider provider, String why, String remedy, boolean builtIn) {
    /// In words, the provider's name first.
    public String sentence() {
        return provider.title() + ": " + detail();
    }

    /// In words, without the provider's name.
    public String detail() {
        return why + "." + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
