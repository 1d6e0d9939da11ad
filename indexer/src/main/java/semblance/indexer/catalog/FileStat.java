package semblance.indexer.catalog;

/// What the file system says of a file without opening it. A file whose stat is unchanged is taken to be unchanged.
///
/// @param size       in bytes
/// @param modifiedNs time of last modification, nanoseconds since 1970
/// @param fileKey    the file's identity within its file system, empty where there is none
public record FileStat(long size, long modifiedNs, String fileKey) {
    /// When a photo's file was last modified, in SQL over `file f` and `photo p`: one that was being written when it was read
    /// says so no more, and was new then. Its first argument is [#UNSETTLED].
    static final String SQL_MODIFIED = "CASE f.modified_ns WHEN ? THEN p.added_ms * 1000000 ELSE f.modified_ns END";

    static final long UNSETTLED = Long.MIN_VALUE;

    /// A stat that no file has: what carries it will be looked at again.
    public FileStat unsettled() {
        return new FileStat(size, UNSETTLED, fileKey);
    }

    public boolean isSettled() {
        return modifiedNs != UNSETTLED;
    }
}
