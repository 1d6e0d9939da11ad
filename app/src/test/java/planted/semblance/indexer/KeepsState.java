package planted.semblance.indexer;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NO_STATIC_STATE)
final class KeepsState {
    static int count;
}
