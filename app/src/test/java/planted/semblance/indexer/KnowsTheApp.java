package planted.semblance.indexer;

import planted.semblance.app.named.Named;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.INDEXER_KNOWS_NO_APP)
final class KnowsTheApp {
    static final Class<?> USED = Named.class;
}
