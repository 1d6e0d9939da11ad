package semblance.indexer.catalog;

/// A file as the catalog remembers it.
///
/// @param name  within its directory, as the file system gives it
/// @param retry whether an unchanged stat is no reason to leave it alone: it failed for a passing reason, or an older
///              program decided about it
/// @param photo whether it is a photo of the library
public record KnownFile(long id, String name, FileStat stat, boolean retry, boolean photo) {
}
