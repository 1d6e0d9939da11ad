package semblance.model.store.download;

/// A file could not be downloaded. The message is for the user and names the file, the cause and the remedy; it never holds a
/// token, nor the query of an address, which may be signed.
public final class DownloadException extends RuntimeException {
    public DownloadException(String message) {
        super(message);
    }

    public DownloadException(String message, Throwable cause) {
        super(message, cause);
    }
}
