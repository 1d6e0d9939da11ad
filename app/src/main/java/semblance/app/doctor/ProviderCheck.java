package semblance.app.doctor;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import semblance.indexer.HealthCheck;
import semblance.model.EncodingException;
import semblance.model.ModelLoadException;
import semblance.model.card.Precision;
import semblance.model.encoder.CardModel;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderChoice;
import semblance.model.provider.ProviderException;
import semblance.model.provider.ProviderState;

/// Looks at the execution providers: which one runs, how much of the image tower it takes, and why others do not run. One
/// that the user asked for has to run; otherwise it is well that the CPU can do everything.
public final class ProviderCheck {
    private final ProviderChoice choice;
    private final Supplier<CardModel> model;

    /// Prepares a check.
    ///
    /// @param model that the library uses
    public ProviderCheck(ProviderChoice choice, Supplier<CardModel> model) {
        this.choice = choice;
        this.model = model;
    }

    List<HealthCheck> examine() {
        ProviderState state = choice.state();
        List<HealthCheck> checks = new ArrayList<>();
        checks.add(running(state.running()));
        state.refusals().forEach(refusal -> checks.add(new HealthCheck(refusal.provider().id(),
                state.wanted().isEmpty(), "not used: " + refusal.detail())));
        return checks;
    }

    private HealthCheck running(ExecutionProvider provider) {
        CardModel current = model.get();
        try {
            return new HealthCheck("provider", true, provider.title() + " encodes photos. Image tower of "
                    + current.space().id() + ": " + current.nodeShare(provider) + ". "
                    + advice(provider, current.imagePrecision()));
        } catch (ModelLoadException | EncodingException | ProviderException | UncheckedIOException e) {
            return new HealthCheck("provider", false, provider.title() + " cannot run the image tower of "
                    + current.space().id() + ": " + Diagnosis.of(e).sentence());
        }
    }

    /// Vectors of two precisions are never mixed, so the choice is the user's and not made here.
    private static String advice(ExecutionProvider provider, Precision precision) {
        if (provider.halfPrecisionGains()) {
            return precision == Precision.FP32
                    ? "Models of half precision (fp16) are faster on it."
                    : "Its precision suits it.";
        }
        return "Half precision (fp16) gains nothing on it.";
    }
}
