package semblance.app.window.indexing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.jspecify.annotations.Nullable;

import semblance.app.concurrent.TaskRunner;
import semblance.app.window.wording.Counted;
import semblance.app.window.wording.FailureText;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Folder;
import semblance.indexer.follow.Following;
import semblance.indexer.pipeline.IndexingProgress;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;

/// How the library is kept in step with its folders. Whoever shows it calls [#sample] a few times a second; nothing is
/// told file by file.
public final class IndexingModel {
    /// So many samples pass before the library is counted again while a run is under way.
    private static final int SAMPLES_PER_COUNT = 8;

    private final TaskRunner tasks;
    private final PhotoLibrary library;
    private final Deque<IndexingRun> runs = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<LibraryStatus> status = new ReadOnlyObjectWrapper<>(LibraryStatus.UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable IndexingProgress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable Following following;
    private int samples;
    private int starting;
    private boolean counting;
    /// Whether it was the user who has stopped the runs: a change of the library stops them as well, and starts them again.
    private boolean stopped;

    public IndexingModel(TaskRunner tasks, PhotoLibrary library) {
        this.tasks = tasks;
        this.library = library;
    }

    /// How the library stands, as of a moment ago.
    public ReadOnlyObjectProperty<LibraryStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// The run under way, or null if there is none.
    public ReadOnlyObjectProperty<@Nullable IndexingProgress> progress() {
        return progress.getReadOnlyProperty();
    }

    /// What the user has to know of the last run; empty if all is well.
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /// Counts the times that the photos of the library have changed.
    public ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    public boolean isRunning() {
        return starting > 0 || !runs.isEmpty();
    }

    /// As [#isRunning].
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Looks for what is new in all folders.
    public void rescan() {
        start(List.of());
    }

    /// Follows all folders as long as the library is open, beginning with a look for what is new in them.
    public void follow() {
        begin();
        tasks.run(() -> library.indexing().follow(_ -> true), begun -> {
            starting--;
            following = begun;
            count();
        }, this::broken);
    }

    /// Adds folders to the library and indexes them.
    public void add(List<Path> paths) {
        if (!paths.isEmpty()) {
            start(paths);
        }
    }

    /// Takes a folder out of the library; nothing on disk is touched.
    public void remove(Path folder) {
        change(() -> library.folders().remove(folder));
    }

    /// Notes that a folder lies at another place now.
    public void relocate(Path folder, Path place) {
        change(() -> library.folders().relocate(folder, place, false));
    }

    /// Changes the folders, which stops the runs under way, and looks through them again.
    private void change(Runnable change) {
        begin();
        notice.set("");
        tasks.run(() -> {
            change.run();
            List<Folder> folders = library.folders().all();
            return folders.isEmpty() ? Optional.<IndexingRun>empty() : Optional.of(library.indexing().start(folders));
        }, run -> {
            changes.set(changes.get() + 1);
            started(run);
        }, this::broken);
    }

    /// Tries the failed files again.
    public void retryFailures() {
        begin();
        tasks.run(() -> {
            library.indexing().retryFailures();
            return Optional.of(library.indexing().start(library.folders().all()));
        }, this::started, this::broken);
    }

    /// Asks all runs to stop soon; what is indexed by then is kept.
    public void cancel() {
        stopped = true;
        runs.forEach(IndexingRun::cancel);
        library.indexing().resume(); // a pause is for the runs that are being stopped
    }

    /// Lets the runs wait, or go on if they do.
    public void pauseOrGoOn() {
        if (library.indexing().isPaused()) {
            goOn();
        } else {
            library.indexing().pause();
        }
        sample();
    }

    /// Ends a pause, if there is one.
    public void goOn() {
        library.indexing().resume();
    }

    private void start(List<Path> paths) {
        begin();
        notice.set("");
        tasks.run(() -> {
            List<Folder> added = new ArrayList<>();
            for (Path path : paths) {
                added.add(library.folders().add(path));
            }
            List<Folder> folders = paths.isEmpty() ? library.folders().all() : added;
            return folders.isEmpty() ? Optional.<IndexingRun>empty() : Optional.of(library.indexing().start(folders));
        }, this::started, this::broken);
    }

    private void begin() {
        starting++;
        stopped = false;
        running.set(true);
    }

    private void started(Optional<IndexingRun> run) {
        starting--;
        run.ifPresent(runs::add);
        running.set(isRunning());
        count();
        sample();
    }

    private void broken(Exception failure) {
        starting--;
        running.set(isRunning());
        notice.set(FailureText.of(failure));
    }

    /// Takes a look at the run under way.
    public void sample() {
        if (following != null) {
            runs.addAll(following.takeRuns());
        }
        running.set(isRunning());
        IndexingRun run = runs.peek();
        if (run == null) {
            return;
        }
        Future<IndexingReport> result = run.result();
        if (result.isDone()) {
            runs.remove();
            progress.set(null);
            running.set(isRunning());
            finished(result);
            return;
        }
        // Of runs that were asked for by turns here and by following, the first in this list may be waiting for another.
        progress.set(library.indexing().underWay().orElse(run).progress());
        if (++samples % SAMPLES_PER_COUNT == 0) {
            count();
        }
    }

    private void finished(Future<IndexingReport> result) {
        try {
            IndexingReport report = result.get();
            notice.set(noteworthy(report));
            if (report.encoded() + report.deleted() + report.moved() > 0) {
                changes.set(changes.get() + 1);
            }
        } catch (ExecutionException e) {
            notice.set(FailureText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        count();
    }

    private String noteworthy(IndexingReport report) {
        if (report.cancelled()) {
            return stopped ? "Stopped. What was indexed is kept." : "";
        }
        if (!report.offline().isEmpty()) {
            return "Cannot be reached: " + report.offline().getFirst()
                    + ". Its photos stay in the library; plug in its drive.";
        }
        if (!report.partial().isEmpty()) {
            return "Not everything in " + report.partial().getFirst() + " could be listed; nothing of it was removed.";
        }
        if (report.lacking() > 0) {
            return Counted.of(report.lacking(), "photo")
                    + " not encoded for the chosen model yet; the model before answers until then.";
        }
        return report.deleted() > 0 ? Counted.of(report.deleted(), "photo") + " gone from disk removed." : "";
    }

    private void count() {
        if (counting) {
            return;
        }
        counting = true;
        tasks.run(() -> new LibraryStatus(true, library.indexing().counts(), library.folders().all()), this::counted,
                failure -> {
                    counting = false;
                    notice.set(FailureText.of(failure));
                });
    }

    private void counted(LibraryStatus counted) {
        counting = false;
        boolean more = counted.counts().indexed() != status.get().counts().indexed();
        status.set(counted);
        if (more) {
            changes.set(changes.get() + 1);
        }
    }
}
