package planted.semblance.indexer.named;

/// What a class elsewhere depends on wrongly.
public final class Named {
}
