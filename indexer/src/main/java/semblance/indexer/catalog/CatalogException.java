package semblance.indexer.catalog;

/// The catalog as a whole cannot be used or written: disk full, locked, damaged, of a newer version. The message is for
/// the user and names the remedy.
public sealed class CatalogException extends RuntimeException permits LibraryInUseException {
    /// What went wrong, as far as programs go on differently.
    public enum Kind {
        /// The file is damaged, or no catalog.
        DAMAGED,
        /// SQLite cannot write beside it: read-only, no room, no permission.
        UNWRITABLE,
        /// Anything else.
        OTHER
    }

    private final Kind kind;

    public CatalogException(String message) {
        super(message);
        this.kind = Kind.OTHER;
    }

    public CatalogException(String message, Throwable cause) {
        this(message, Kind.OTHER, cause);
    }

    CatalogException(String message, Kind kind, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
