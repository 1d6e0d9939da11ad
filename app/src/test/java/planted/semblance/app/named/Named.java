package planted.semblance.app.named;

/// What a class elsewhere depends on wrongly.
public final class Named {
}
