package planted.semblance.model.named;

/// What a class elsewhere depends on wrongly.
public final class Named {
}
