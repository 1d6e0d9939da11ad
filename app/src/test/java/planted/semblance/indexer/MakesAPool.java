package planted.semblance.indexer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.THREADS_IN_ONE_PLACE)
final class MakesAPool {
    ExecutorService pool() {
        return Executors.newCachedThreadPool();
    }
}
