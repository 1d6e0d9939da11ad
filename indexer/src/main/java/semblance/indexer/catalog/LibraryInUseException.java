package semblance.indexer.catalog;

/// Another process writes the library. It can be read beside it, and written once that process has ended.
public final class LibraryInUseException extends CatalogException {
    public LibraryInUseException(String message) {
        super(message);
    }
}
