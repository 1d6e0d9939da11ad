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
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    private static final Logger LOG = LoggerFactory.getLogger(FolderFollower.class);

    /// Starts runs.
    @FunctionalInterface
    interface Starter {
        IndexingRun start(List<Folder> folders, Collection<Hint> hints, Consumer<Path> listed);
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
    private @Nullable IndexingRun run;
    private boolean runIsWhole;
    private boolean wholeIsDue = true;
    private Instant runStarted = Instant.MIN;
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
            runIsWhole = true;
            return start(folders, List.of(), now);
        }
        List<Hint> due = hints(folders, hints.due(now, pace.quiet(), pace.patience()));
        List<Folder> touched = folders.stream()
                .filter(folder -> due.stream().anyMatch(hint -> hint.folderId() == folder.id())).toList();
        if (touched.isEmpty()) {
            return Optional.empty();
        }
        runIsWhole = false;
        return start(touched, due, now);
    }

    private Optional<IndexingRun> start(List<Folder> folders, List<Hint> due, Instant now) {
        runStarted = now;
        run = starter.start(folders, due, changes::watch);
        return Optional.of(run);
    }

    private boolean isBusy(Instant now) {
        IndexingRun current = run;
        if (current == null) {
            return false;
        }
        if (!current.result().isDone()) {
            return true;
        }
        run = null;
        try {
            IndexingReport report = current.result().get();
            wholeIsDue |= report.unsettled() && !runIsWhole;
        } catch (ExecutionException e) {
            LOG.warn("a run that follows the folders broke off", e); // whoever shows the run tells the user
            wholeIsDue |= !runIsWhole; // what it was to look at is forgotten
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (runIsWhole) {
            wholeEnded = now;
            wholeTook = Duration.between(runStarted, now).abs();
        }
        return false;
    }

    private boolean isTimeForAll(Instant now, List<Folder> folders) {
        boolean isNew = folders.stream().anyMatch(folder -> folder.state() == Folder.State.NEW);
        if (wholeEnded.equals(Instant.MIN) || now.isBefore(wholeEnded) || isNew) {
            return true;
        }
        Duration rest = shorter(wholeTook.multipliedBy(SHARE), pace.watched()); // the first may have taken days
        if (wholeIsDue) {
            return !now.isBefore(wholeEnded.plus(rest));
        }
        Duration interval = changes.gap().isPresent() ? pace.unwatched() : pace.watched();
        return !now.isBefore(wholeEnded.plus(rest.compareTo(interval) > 0 ? rest : interval));
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
