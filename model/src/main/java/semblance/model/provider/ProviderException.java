package semblance.model.provider;

/// A provider failed in the middle of its work, for a reason that does not lie in the pictures: a card was lost or has no
/// memory left. Another provider may well do the same work.
public final class ProviderException extends RuntimeException {
    public ProviderException(String message, Throwable cause) {
        super(message, cause);
    }
}
