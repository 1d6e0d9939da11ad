package semblance.app.window.search;

import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import semblance.app.concurrent.TaskRunner;
import semblance.app.concurrent.TaskRunner.Cancellation;
import semblance.app.window.wording.FailureText;

/// What the user asks and what the library answers. Text is asked for a moment after the last key; a picture at once.
/// Only the answer to the latest query is ever shown. Text and picture exclude each other: the later one counts.
public final class SearchModel {
    static final Duration TYPING_PAUSE = Duration.ofMillis(70);

    private final TaskRunner tasks;
    private final PhotoFinder finder;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Path> picture = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<SearchState> state = new ReadOnlyObjectWrapper<>(new SearchState.Unasked());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Cancellation waiting = Cancellation.NONE;
    private Cancellation asking = Cancellation.NONE;
    private @Nullable Query asked;

    public SearchModel(TaskRunner tasks, PhotoFinder finder) {
        this.tasks = tasks;
        this.finder = finder;
        text.addListener((_, _, typed) -> typed(typed));
        picture.addListener((_, _, chosen) -> chosen(chosen));
    }

    /// What is typed.
    public StringProperty text() {
        return text;
    }

    /// The picture to search by, or null for none.
    public ObjectProperty<@Nullable Path> picture() {
        return picture;
    }

    public ReadOnlyObjectProperty<SearchState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether an answer is being waited for.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Back to the whole library.
    public void clear() {
        picture.set(null);
        text.set("");
    }

    /// Asks the same again, for the library has changed.
    public void refresh() {
        waiting.cancel();
        ask();
    }

    /// What the library is being asked or was asked last.
    public Query query() {
        Path chosen = picture.get();
        return chosen != null
                ? new Query.LikePicture(chosen)
                : text.get().isBlank() ? new Query.Everything() : new Query.Text(text.get().strip());
    }

    private void typed(String typed) {
        if (!typed.isEmpty()) {
            picture.set(null);
        }
        changed();
    }

    private void chosen(@Nullable Path chosen) {
        if (chosen != null) {
            text.set("");
        }
        changed();
    }

    private void changed() {
        waiting.cancel();
        if (query() instanceof Query.Text) {
            waiting = tasks.after(TYPING_PAUSE, this::askUnlessAsked);
        } else {
            askUnlessAsked();
        }
    }

    private void askUnlessAsked() {
        if (!query().equals(asked)) {
            ask();
        }
    }

    private void ask() {
        asking.cancel();
        Query query = query();
        asked = query;
        busy.set(true);
        asking = tasks.run(() -> finder.find(query), answer -> settle(new SearchState.Answered(answer)),
                failure -> settle(new SearchState.Failed(query, FailureText.of(failure))));
    }

    private void settle(SearchState settled) {
        busy.set(false);
        state.set(settled);
    }
}
