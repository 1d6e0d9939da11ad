package planted.semblance.app;

import planted.semblance.model.named.Named;

import semblance.architecture.ArchitectureRule;
import semblance.architecture.Violates;

@Violates(ArchitectureRule.APP_MEETS_MODEL_WHERE_NAMED)
final class MeetsTheModel {
    static final Class<?> USED = Named.class;
}
