package planted.semblance.indexer.search;

import planted.semblance.indexer.scan.NeedsSearch;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.NO_CYCLES)
public final class NeedsScan {
    static final Class<?> USED = NeedsSearch.class;
}
