package planted.semblance.model;

import planted.semblance.app.named.Named;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.MODEL_KNOWS_NOBODY)
final class KnowsTheApp {
    static final Class<?> USED = Named.class;
}
