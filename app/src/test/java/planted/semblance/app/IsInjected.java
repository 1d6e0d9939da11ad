package planted.semblance.app;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NO_FIELD_INJECTION)
final class IsInjected {
    @Inject
    String library = "";
}
