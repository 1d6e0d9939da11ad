package semblance.indexer.follow;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Says where something may have changed since it was last asked. What it says is a hint: walks find out what is true, and
/// walks at intervals find what it does not see.
public interface Changes extends AutoCloseable {
    /// A directory in which something may have changed.
    ///
    /// @param directory absolute
    /// @param deep      whether it may have changed anywhere below too
    record Changed(Path directory, boolean deep) {
    }

    /// What was noticed.
    ///
    /// @param directories in which something may have changed
    /// @param overflow    whether more has happened than could be noticed
    record Noticed(Set<Changed> directories, boolean overflow) {
        static final Noticed NOTHING = new Noticed(Set.of(), false);
    }

    /// Has a look at a directory from now on. May be called by any thread.
    void watch(Path directory);

    /// What was noticed since it was last asked. Never waits.
    Noticed take();

    /// Why not all directories are watched, in a sentence for the user; nothing if they are.
    Optional<String> gap();

    @Override
    void close();
}
