package semblance.model.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Skips a [PhotosTest] where there is no [SharedFolder].
final class PhotosCondition implements ExecutionCondition {
    static final String ABSENT = "the folder 'shared' with the photos is not beside the checkout";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return SharedFolder.find().map(folder -> ConditionEvaluationResult.enabled("photos in " + folder.path()))
                .orElseGet(() -> skip(context));
    }

    /// The test runner's console shows only how many tests were skipped, not why.
    @SuppressWarnings("SystemOut")
    private static ConditionEvaluationResult skip(ExtensionContext context) {
        System.out.println("Skipped " + context.getDisplayName() + ": " + ABSENT);
        return ConditionEvaluationResult.disabled(ABSENT);
    }
}
