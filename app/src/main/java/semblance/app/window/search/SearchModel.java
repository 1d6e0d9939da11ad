package semblance.app.window.search;

import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import semblance.app.concurrent.TaskRunner;
import semblance.app.concurrent.TaskRunner.Cancellation;
import semblance.app.window.wording.FailureText;
import semblance.indexer.query.QueryException;
import semblance.indexer.query.TypedQuery;

/// What the user asks and what the library answers. Text is asked for a moment after the last key; a picture at once.
/// Only the answer to the latest query is ever shown. Text and picture exclude each other: the later one counts.
///
/// While the last part of the text is wrong, what stands before it is asked for; with a mistake further in front the answer
/// before stays.
public final class SearchModel {
    static final Duration TYPING_PAUSE = Duration.ofMillis(70);
    /// Whoever is still typing is not told that the last part is wrong.
    static final Duration MISTAKE_PAUSE = Duration.ofMillis(1200);

    private final TaskRunner tasks;
    private final PhotoFinder finder;
    private final StringProperty text = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Path> picture = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<SearchState> state = new ReadOnlyObjectWrapper<>(new SearchState.Unasked());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private TypedQuery typed = TypedQuery.read("");
    private Cancellation waiting = Cancellation.NONE;
    private Cancellation telling = Cancellation.NONE;
    private Cancellation asking = Cancellation.NONE;
    private @Nullable Query asked;

    public SearchModel(TaskRunner tasks, PhotoFinder finder) {
        this.tasks = tasks;
        this.finder = finder;
        text.addListener((_, _, now) -> typed(now));
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

    /// What is wrong with what is typed, once the user pauses, or what should be known about the answer; blank for nothing.
    public ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
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

    /// Asks at once what is typed, and tells what is wrong with it.
    public void submit() {
        refresh();
        tell();
    }

    /// What the library is being asked or was asked last.
    public Query query() {
        Path chosen = picture.get();
        if (chosen != null) {
            return new Query.LikePicture(chosen);
        }
        return typed.query().<Query>map(query -> query.isEmpty() ? new Query.Everything() : new Query.Typed(query))
                .orElse(asked == null ? new Query.Everything() : asked);
    }

    private void typed(String now) {
        typed = TypedQuery.read(now);
        if (!now.isEmpty()) {
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
        telling.cancel();
        if (query() instanceof Query.Typed) {
            waiting = tasks.after(TYPING_PAUSE, this::askUnlessAsked);
        } else {
            askUnlessAsked();
        }
        if (typed.mistake().isEmpty()) {
            tell();
        } else {
            // What is told already stays until then, so that it does not come and go with every key.
            telling = tasks.after(typed.mayBeUnfinished() ? MISTAKE_PAUSE : TYPING_PAUSE, this::tell);
        }
    }

    private void tell() {
        telling.cancel();
        hint.set(typed.mistake().map(QueryException::getMessage)
                .orElse(state.get() instanceof SearchState.Answered(Answer answer)
                        ? String.join(" ", answer.notes())
                        : ""));
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
        if (typed.mistake().isEmpty()) {
            tell();
        }
    }
}
