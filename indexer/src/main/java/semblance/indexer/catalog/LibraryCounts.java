package semblance.indexer.catalog;

/// How many files of the library are in which state.
///
/// @param indexed photos that a search can find
/// @param failed  pictures that could not be read
/// @param pending files that wait to be read
/// @param skipped files that are no pictures
/// @param offline those of indexed, failed and pending whose folder cannot be reached at present
/// @param partial those of indexed of which a part is missing or garbled
public record LibraryCounts(long indexed, long failed, long pending, long skipped, long offline, long partial) {
    public static final LibraryCounts NONE = new LibraryCounts(0, 0, 0, 0, 0, 0);

    /// Both together.
    public LibraryCounts plus(LibraryCounts other) {
        return new LibraryCounts(indexed + other.indexed, failed + other.failed, pending + other.pending,
                skipped + other.skipped, offline + other.offline, partial + other.partial);
    }

    /// All that are or may be photos.
    public long photos() {
        return indexed + failed + pending;
    }
}
