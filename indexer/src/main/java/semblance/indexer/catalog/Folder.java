package semblance.indexer.catalog;

import java.nio.file.Path;

/// A root that the user added.
///
/// @param path    absolute
/// @param rootKey identity of the directory when it was last walked whole, empty if unknown
public record Folder(long id, Path path, State state, String rootKey) {
    /// Whether the folder could be reached when last looked at. Its photos stay searchable either way.
    public enum State {
        NEW, ONLINE, OFFLINE
    }
}
