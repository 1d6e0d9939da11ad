package planted.semblance.indexer.scan;

import planted.semblance.indexer.search.NeedsScan;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NO_CYCLES)
public final class NeedsSearch {
    static final Class<?> USED = NeedsScan.class;
}
