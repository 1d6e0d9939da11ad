package planted.semblance.app;

import planted.semblance.model.named.Named;

/// May meet the model: the rule has to let it pass.
final class Wiring {
    static final Class<?> USED = Named.class;
}
