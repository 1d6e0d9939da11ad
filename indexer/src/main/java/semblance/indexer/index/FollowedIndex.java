package semblance.indexer.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/// An index that follows the catalog. One thread changes it; any thread may search it meanwhile and sees the state of the last
/// [#refresh].
interface FollowedIndex extends Closeable {
    /// How far the index on disk had followed its catalog; empty for a new index.
    Optional<IndexPosition> position();

    void clear() throws IOException;

    /// Lets searches see what was applied.
    void refresh() throws IOException;

    /// Makes all that was applied durable, together with how far it takes the view.
    void commit(IndexPosition reached) throws IOException;

    /// Gives the index free for another writer. Searches go on as of the last [#refresh].
    void stopWriting() throws IOException;
}
