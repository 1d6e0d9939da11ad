package semblance.model.testing;

import java.util.Optional;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

import semblance.model.onnx.OnnxProviderTrial;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderChoice;
import semblance.model.provider.ProviderState;

/// Skips a [GpuTest] where the CPU is all there is.
public final class GpuCondition implements ExecutionCondition {
    /// The provider that the program would choose on this machine; the variable that chooses one for the program does so
    /// here as well.
    public static ProviderState state() {
        Optional<ExecutionProvider> wanted = ExecutionProvider
                .find(String.valueOf(System.getenv("SEMBLANCE_PROVIDER")));
        return new ProviderChoice(() -> wanted, System.getProperty("os.name", ""), new OnnxProviderTrial()).state();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        ProviderState state = state();
        return state.running() == ExecutionProvider.CPU
                ? skip(context, state.line())
                : ConditionEvaluationResult.enabled(state.line());
    }

    /// The test runner's console shows only how many tests were skipped, not why.
    @SuppressWarnings("SystemOut")
    private static ConditionEvaluationResult skip(ExtensionContext context, String why) {
        System.out.println("Skipped " + context.getDisplayName() + ": " + why);
        return ConditionEvaluationResult.disabled(why);
    }
}
