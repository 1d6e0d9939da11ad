package planted.semblance.indexer;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.THREADS_IN_ONE_PLACE)
final class StartsAThread {
    Thread scan() {
        return new Thread("scan");
    }
}
