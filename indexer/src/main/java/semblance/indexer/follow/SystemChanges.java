package semblance.indexer.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.scan.NetworkShares;

/// What the operating system tells about directories. It does not tell what other machines do on network shares, limits the
/// number of directories, and may lose count when much happens at once.
public final class SystemChanges implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(SystemChanges.class);
    /// Each takes about a kilobyte of the kernel's memory.
    private static final int MOST_DIRECTORIES = 32_768;
    private static final Set<String> MARKERS = Set.of(".nomedia", ".noindex");

    private final @Nullable WatchService service;
    private final int most;
    private final Map<Path, WatchKey> keys = new ConcurrentHashMap<>();
    private final Map<Path, Boolean> shares = new ConcurrentHashMap<>();
    private volatile @Nullable String gap;

    private final Predicate<Path> ignored;

    private SystemChanges(@Nullable WatchService service, int most, Predicate<Path> ignored, @Nullable String gap) {
        this.service = service;
        this.most = most;
        this.ignored = ignored;
        this.gap = gap;
    }

    /// Begins, with no directory watched yet.
    ///
    /// @param ignored files whose changes are of no interest
    public static SystemChanges start(Predicate<Path> ignored) {
        return start(MOST_DIRECTORIES, ignored);
    }

    static SystemChanges start(int most, Predicate<Path> ignored) {
        if (System.getProperty("os.name", "").startsWith("Mac")) {
            // Java has no more there than a look at every file every few seconds.
            return new SystemChanges(null, 0, ignored, "Changes are looked for at intervals.");
        }
        try {
            return new SystemChanges(FileSystems.getDefault().newWatchService(), most, ignored, null);
        } catch (IOException e) {
            LOG.info("directories cannot be watched", e);
            return new SystemChanges(null, 0, ignored, limit(e.getMessage()));
        }
    }

    private static String limit(@Nullable String reason) {
        return "Not all folders can be watched" + (reason == null ? "" : " (" + reason + ")")
                + ", so changes are looked for at intervals. On Linux, a larger fs.inotify.max_user_watches helps.";
    }

    @Override
    public void watch(Path directory) {
        if (service == null || keys.containsKey(directory)) {
            return;
        }
        if (keys.size() >= most) {
            gap = limit("there are more than " + most + " of them");
            return;
        }
        if (isShared(directory)) {
            gap = "Network drives tell nothing of changes, so they are looked for at intervals.";
            return;
        }
        try {
            keys.put(directory, directory.register(service, StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_DELETE, StandardWatchEventKinds.ENTRY_MODIFY));
        } catch (NoSuchFileException e) {
            LOG.debug("gone before it was watched: {}", directory);
        } catch (IOException e) {
            gap = limit(e.getMessage());
            LOG.debug("cannot be watched: {}", directory, e);
        } catch (ClosedWatchServiceException e) {
            LOG.debug("nothing is watched any more", e);
        }
    }

    /// Asked once for the directories of one parent: a mount point in between is asked about when it is reached.
    private boolean isShared(Path directory) {
        return shares.computeIfAbsent(directory.getParent() == null ? directory : directory.getParent(),
                NetworkShares::holds);
    }

    @Override
    public Noticed take() {
        if (service == null) {
            return Noticed.NOTHING;
        }
        Set<Changed> changed = new HashSet<>();
        boolean overflow = false;
        for (WatchKey key = service.poll(); key != null; key = service.poll()) {
            Path directory = (Path) key.watchable();
            for (WatchEvent<?> event : key.pollEvents()) {
                overflow |= !(event.context() instanceof Path name) || MARKERS.contains(name.toString());
                if (event.context() instanceof Path name) {
                    note(changed, directory, directory.resolve(name), event.kind());
                }
            }
            if (!key.reset()) {
                keys.remove(directory);
                changed.add(new Changed(directory, false)); // deleted, or gone with its drive
            }
        }
        return new Noticed(changed, overflow);
    }

    private void note(Set<Changed> changed, Path directory, Path entry, WatchEvent.Kind<?> kind) {
        if (entry.getFileName().toString().startsWith(".") || ignored.test(entry)) {
            return;
        }
        if (kind.equals(StandardWatchEventKinds.ENTRY_DELETE)) {
            forget(entry);
        }
        if (kind.equals(StandardWatchEventKinds.ENTRY_CREATE)
                && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            changed.add(new Changed(entry, true));
        }
        changed.add(new Changed(directory, false));
    }

    /// A directory that was renamed is watched on under its old name, unless it is forgotten.
    private void forget(Path directory) {
        if (keys.containsKey(directory)) {
            keys.entrySet().removeIf(entry -> {
                boolean isBelow = entry.getKey().startsWith(directory);
                if (isBelow) {
                    entry.getValue().cancel();
                }
                return isBelow;
            });
        }
    }

    @Override
    public Optional<String> gap() {
        return Optional.ofNullable(gap);
    }

    @Override
    public void close() {
        if (service != null) {
            try {
                service.close();
            } catch (IOException e) {
                throw new UncheckedIOException("directories are watched still", e);
            }
        }
    }
}
