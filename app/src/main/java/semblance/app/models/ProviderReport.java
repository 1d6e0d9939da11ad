package semblance.app.models;

import java.util.List;

/// Which execution provider encodes photos, for people. Immutable.
///
/// @param running            its name
/// @param halfPrecisionGains whether models of half precision (fp16) are faster on it than those of full precision
/// @param line               all of it in a line
/// @param whyNot             a sentence for each provider that would have come first and cannot be used, with a remedy
///                           where there is one
public record ProviderReport(String running, boolean halfPrecisionGains, String line, List<String> whyNot) {
    public ProviderReport {
        whyNot = List.copyOf(whyNot);
    }
}
