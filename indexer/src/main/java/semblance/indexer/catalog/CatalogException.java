package semblance.indexer.catalog;

/// The catalog as a whole cannot be used or written: disk full, locked, damaged, of a newer version. The message is for
/// the user and names the remedy.
public sealed class CatalogException extends RuntimeException permits LibraryInUseException {
    public CatalogException(String message) {
        super(message);
    }

    public CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
