package planted.semblance.model;

import planted.semblance.indexer.named.Named;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.MODEL_KNOWS_NOBODY)
final class KnowsTheIndexer {
    static final Class<?> USED = Named.class;
}
