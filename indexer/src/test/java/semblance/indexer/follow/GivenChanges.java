package semblance.indexer.follow;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/// Changes that a test makes up.
final class GivenChanges implements Changes {
    /// Directories that were listed since a test last cleared them.
    final Set<Path> listed = new ConcurrentSkipListSet<>();
    private final Set<Changed> changed = new HashSet<>();
    /// Whether no directory can be listed because there is no room for what would be learned.
    volatile boolean isFull;
    private boolean overflow;
    private Optional<String> gap = Optional.empty();

    void in(Path directory) {
        changed.add(new Changed(directory, false));
    }

    void below(Path directory) {
        changed.add(new Changed(directory, true));
    }

    void overflow() {
        overflow = true;
    }

    void leaveGap() {
        gap = Optional.of("Not everything is watched.");
    }

    Set<Path> takeListed() {
        Set<Path> taken = new TreeSet<>(listed);
        listed.clear();
        return taken;
    }

    @Override
    public void watch(Path directory) {
        if (isFull) {
            throw new IllegalStateException("There is no room.");
        }
        listed.add(directory);
    }

    @Override
    public Noticed take() {
        Noticed noticed = new Noticed(Set.copyOf(changed), overflow);
        changed.clear();
        overflow = false;
        return noticed;
    }

    @Override
    public Optional<String> gap() {
        return gap;
    }

    @Override
    public void close() {
    }
}
