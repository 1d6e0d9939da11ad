package semblance.indexer.catalog;

import java.time.Instant;
import java.util.Optional;

/// How a folder of the library stands, as of the last look at it.
///
/// @param indexed       photos that a search can find
/// @param failed        pictures that could not be read
/// @param pending       files that wait to be read
/// @param lastWholeWalk end of the last walk that met no error
public record FolderStatus(Folder folder, State state, long indexed, long failed, long pending,
        Optional<Instant> lastWholeWalk) {
    /// Whether it could be reached.
    public enum State {
        /// Not walked yet.
        NEW,
        /// Walked whole.
        ONLINE,
        /// Something in it could not be listed: nothing of it is removed.
        PARTLY,
        /// It could not be listed at all; its photos stay searchable.
        OFFLINE;

        static State of(Folder.State state, boolean partly) {
            return switch (state) {
                case NEW -> NEW;
                case OFFLINE -> OFFLINE;
                case ONLINE -> partly ? PARTLY : ONLINE;
            };
        }
    }

    /// All that are or may be photos.
    public long photos() {
        return indexed + failed + pending;
    }
}
