package semblance.app.window.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import semblance.app.concurrent.TaskRunner;
import semblance.app.concurrent.TaskRunner.Cancellation;
import semblance.app.window.wording.Counted;
import semblance.app.window.wording.FailureText;
import semblance.indexer.decode.DecodeException;

/// Pictures that were dropped to be tagged, one after another in the background. Nothing is stored.
public final class TagModel {
    /// Results come in bundles of so much work, so that a folder of thousands is not thousands of updates.
    private static final Duration BUNDLE = Duration.ofMillis(200);

    private final TaskRunner tasks;
    private final PictureTagger tagger;
    private final ObservableList<TaggedPicture> pictures = FXCollections.observableArrayList();
    private final ObservableList<TaggedPicture> shown = FXCollections.unmodifiableObservableList(pictures);
    private final ReadOnlyIntegerWrapper remaining = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private Queue<Path> waiting = new ConcurrentLinkedQueue<>();
    private Cancellation working = Cancellation.NONE;
    private boolean busy;
    private int place;

    public TagModel(TaskRunner tasks, PictureTagger tagger) {
        this.tasks = tasks;
        this.tagger = tagger;
    }

    /// The pictures that are done: those dropped last come first, those dropped together in their order.
    public ObservableList<TaggedPicture> pictures() {
        return shown;
    }

    /// How many wait.
    public ReadOnlyIntegerProperty remaining() {
        return remaining.getReadOnlyProperty();
    }

    /// What the user has to know; empty if all is well.
    public ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    /// Tags pictures, after those that wait already.
    ///
    /// @param dropped pictures, and folders that hold some
    public void add(List<Path> dropped) {
        notice.set("");
        tasks.run(() -> PictureFiles.of(dropped), this::found, failure -> notice.set(FailureText.of(failure)));
    }

    /// Forgets all pictures, those that wait too.
    public void clear() {
        working.cancel();
        busy = false;
        waiting = new ConcurrentLinkedQueue<>();
        pictures.clear();
        place = 0;
        remaining.set(0);
        notice.set("");
    }

    /// Says something about a drop that could not be used.
    public void tell(String message) {
        notice.set(message);
    }

    private void found(List<Path> files) {
        place = busy ? place : 0;
        if (files.isEmpty()) {
            notice.set("There are no pictures in what was dropped.");
        } else if (files.size() == PictureFiles.MOST) {
            notice.set("Only the first " + Counted.of(files.size(), "picture") + " are tagged.");
        }
        waiting.addAll(files);
        remaining.set(waiting.size());
        if (!busy) {
            next();
        }
    }

    private void next() {
        Queue<Path> files = waiting;
        busy = !files.isEmpty();
        if (busy) {
            working = tasks.run(() -> bundle(files), this::settled, failure -> {
                busy = false;
                notice.set(FailureText.of(failure));
            });
        }
    }

    private List<TaggedPicture> bundle(Queue<Path> files) {
        long end = System.nanoTime() + BUNDLE.toNanos();
        List<TaggedPicture> done = new ArrayList<>();
        Path next = files.poll();
        while (next != null) {
            done.add(tag(next));
            next = System.nanoTime() < end ? files.poll() : null;
        }
        return done;
    }

    private TaggedPicture tag(Path file) {
        try {
            return new TaggedPicture.Tagged(file, tagger.tag(file));
        } catch (IOException | DecodeException e) {
            return new TaggedPicture.Failed(file, FailureText.of(e));
        }
    }

    private void settled(List<TaggedPicture> done) {
        pictures.addAll(place, done);
        place += done.size();
        remaining.set(waiting.size());
        next();
    }
}
