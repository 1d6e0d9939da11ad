package semblance.indexer.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.MountTable.Mount;
import semblance.indexer.catalog.RelativePath;
import semblance.indexer.follow.Changes.Changed;
import semblance.indexer.follow.Changes.Noticed;
import semblance.indexer.pipeline.Hint;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.scan.Drives;

/// Decides when which folders are looked at: all of them to begin with and at intervals, directories in which something
/// has changed when it has become quiet in them, and all again when a drive has come back. One run at a time.
///
/// Does nothing by itself: [#step] is called every now and then, by one thread.
final class FolderFollower {
    /// Walks of everything take at most this part of the time.
    private static final int SHARE = 20;
    private static final int MOST_DOUBLINGS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(FolderFollower.class);

    /// Starts runs.
    @FunctionalInterface
    interface Starter {
        IndexingRun start(List<Folder> folders, Collection<Hint> hints, Consumer<Path> listed);
    }

    /// A run that was started.
    ///
    /// @param whole whether it looks at everything
    private record Started(IndexingRun run, boolean whole, Set<Long> folders, Instant at) {
    }

    private final Catalog catalog;
    private final Drives drives;
    private final Starter starter;
    private final Changes changes;
    private final Clock clock;
    private final Pace pace;
    private final Predicate<Folder> wanted;
    private final PendingHints hints = new PendingHints();
    /// What was at the places of drives that are away.
    private final Map<Path, String> seen = new HashMap<>();
    private @Nullable Started walking;
    /// The one before, while it encodes known photos for another model, for which it gives way to the next.
    private @Nullable Started filling;
    private boolean wholeIsDue = true;
    /// The folders of the last walk of everything, unless it was cancelled.
    private Set<Long> tried = Set.of();
    /// How many walks of everything in a row have broken off.
    private int broken;
    private Instant wholeEnded = Instant.MIN;
    private Duration wholeTook = Duration.ZERO;
    private Instant looked = Instant.MIN;

    FolderFollower(Catalog catalog, Drives drives, Starter starter, Changes changes, Clock clock, Pace pace,
            Predicate<Folder> wanted) {
        this.catalog = catalog;
        this.drives = drives;
        this.starter = starter;
        this.changes = changes;
        this.clock = clock;
        this.pace = pace;
        this.wanted = wanted;
    }

    /// Looks whether something is to be done, and starts it.
    ///
    /// @return the run that was started, if one was
    Optional<IndexingRun> step() {
        Instant now = clock.instant();
        Noticed noticed = changes.take();
        noticed.directories().forEach(changed -> hints.add(changed, now));
        wholeIsDue |= noticed.overflow();
        if (isBusy(now)) {
            return Optional.empty();
        }
        List<Folder> folders = catalog.read(session -> session.folders().all()).stream().filter(wanted).toList();
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        // A photo may have moved from a drive that has come back to anywhere.
        boolean hasReturned = isTimeToLook(now) && !folders.stream().filter(this::hasReturned).toList().isEmpty();
        if (hasReturned || isTimeForAll(now, folders)) {
            hints.clear();
            wholeIsDue = false;
            return start(folders, List.of(), true, now);
        }
        List<Hint> due = hints(folders, hints.due(now, pace.quiet(), pace.patience()));
        List<Folder> touched = folders.stream()
                .filter(folder -> due.stream().anyMatch(hint -> hint.folderId() == folder.id())).toList();
        if (touched.isEmpty()) {
            return Optional.empty();
        }
        return start(touched, due, false, now);
    }

    private Optional<IndexingRun> start(List<Folder> folders, List<Hint> due, boolean whole, Instant now) {
        IndexingRun run = starter.start(folders, due, changes::watch);
        walking = new Started(run, whole, folders.stream().map(Folder::id).collect(Collectors.toSet()), now);
        return Optional.of(run);
    }

    private boolean isBusy(Instant now) {
        Started before = filling;
        if (before != null && before.run().result().isDone()) {
            filling = null;
            learn(before);
        }
        Started current = walking;
        if (current == null) {
            return false;
        }
        boolean ended = current.run().result().isDone();
        if (!ended && current.run().progress().phase() != Phase.CHANGING_MODEL) {
            return true;
        }
        walking = null;
        if (current.whole()) {
            wholeEnded = now;
            wholeTook = Duration.between(current.at(), now).abs();
            tried = current.folders();
        }
        if (ended) {
            learn(current);
        } else {
            filling = current;
        }
        return false;
    }

    /// Learns from how a run has ended what is left to be done.
    private void learn(Started ended) {
        try {
            IndexingReport report = ended.run().result().get();
            wholeIsDue |= report.unsettled() && !ended.whole();
            if (ended.whole()) {
                broken = 0;
                tried = report.cancelled() ? Set.of() : tried;
            }
        } catch (ExecutionException e) {
            LOG.warn("a run that follows the folders broke off", e); // whoever shows the run tells the user
            wholeIsDue = true; // what it was to look at is forgotten
            broken += ended.whole() ? 1 : 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTimeForAll(Instant now, List<Folder> folders) {
        boolean isNew = folders.stream()
                .anyMatch(folder -> folder.state() == Folder.State.NEW && !tried.contains(folder.id()));
        if (wholeEnded.equals(Instant.MIN) || now.isBefore(wholeEnded) || isNew) {
            return true;
        }
        Duration rest = shorter(longer(wholeTook.multipliedBy(SHARE), respite()), pace.watched()); // the first may have taken days
        if (wholeIsDue) {
            return !now.isBefore(wholeEnded.plus(rest));
        }
        Duration interval = changes.gap().isPresent() ? pace.unwatched() : pace.watched();
        return !now.isBefore(wholeEnded.plus(longer(rest, interval)));
    }

    /// What breaks runs off, a full disk say, may last: each time it is tried again later.
    private Duration respite() {
        return broken == 0 ? Duration.ZERO : pace.returning().multipliedBy(1L << Math.min(broken - 1, MOST_DOUBLINGS));
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private boolean isTimeToLook(Instant now) {
        if (looked.equals(Instant.MIN) || now.isBefore(looked) || !now.isBefore(looked.plus(pace.returning()))) {
            looked = now;
            return true;
        }
        return false;
    }

    /// Whether the drive of a folder, or one within it, is there again.
    private boolean hasReturned(Folder folder) {
        if (folder.state() == Folder.State.OFFLINE) {
            return hasCome(folder.path());
        }
        List<Mount> come = catalog.read(session -> session.mounts().in(folder.id())).stream()
                .filter(mount -> mount.state() == Folder.State.OFFLINE)
                .filter(mount -> hasCome(folder.path().resolve(mount.directory()))).toList();
        return !come.isEmpty();
    }

    /// Whether what is at a place is not what was there at the last look. A drive may come back under another number, so it
    /// is a walk that has to tell whether it is the same.
    private boolean hasCome(Path directory) {
        String identity;
        try {
            identity = Files.isDirectory(directory) ? drives.identity(directory) : "";
        } catch (IOException e) {
            identity = "";
        }
        String before = seen.put(directory, identity);
        return !identity.isEmpty() && !identity.equals(before);
    }

    private static List<Hint> hints(List<Folder> folders, List<Changed> due) {
        List<Hint> hints = new ArrayList<>();
        for (Changed changed : due) {
            folders.stream().filter(folder -> changed.directory().startsWith(folder.path()))
                    .max(Comparator.comparingInt(folder -> folder.path().getNameCount()))
                    .ifPresent(folder -> hints.add(new Hint(folder.id(),
                            RelativePath.slashed(folder.path().relativize(changed.directory())), changed.deep())));
        }
        return hints;
    }
}
