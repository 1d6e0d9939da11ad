package semblance.indexer.catalog;

/// What the file system says of a file without opening it. A file whose stat is unchanged is taken to be unchanged.
///
/// @param size       in bytes
/// @param modifiedNs time of last modification, nanoseconds since 1970
/// @param fileKey    the file's identity within its file system, empty where there is none
public record FileStat(long size, long modifiedNs, String fileKey) {
    /// A stat that no file has: what carries it will be looked at again.
    public FileStat unsettled() {
        return new FileStat(size, Long.MIN_VALUE, fileKey);
    }

    public boolean isSettled() {
        return modifiedNs != Long.MIN_VALUE;
    }
}
