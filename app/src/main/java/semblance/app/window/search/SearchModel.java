package semblance.app.window.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
/// Only the answer to the latest query is ever shown. Text and pictures exclude each other: the later ones count. Photos of the
/// same moment are looked at aside: what was asked before stays, and is gone back to.
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
    private final ObjectProperty<List<Path>> pictures = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Long> moment = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<SearchState> state = new ReadOnlyObjectWrapper<>(new SearchState.Unasked());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private TypedQuery typed = TypedQuery.read("");
    private Cancellation waiting = Cancellation.NONE;
    private Cancellation telling = Cancellation.NONE;
    private Cancellation asking = Cancellation.NONE;
    private @Nullable Query asked;
    private @Nullable SearchState before;

    public SearchModel(TaskRunner tasks, PhotoFinder finder) {
        this.tasks = tasks;
        this.finder = finder;
        text.addListener((_, _, now) -> typed(now));
        pictures.addListener((_, _, chosen) -> chosen(chosen));
    }

    /// What is typed.
    public StringProperty text() {
        return text;
    }

    /// The pictures to search by together, none for none.
    public ObjectProperty<List<Path>> pictures() {
        return pictures;
    }

    /// The photo whose moment is looked at, or null for none.
    public ReadOnlyObjectProperty<@Nullable Long> moment() {
        return moment.getReadOnlyProperty();
    }

    /// Looks at the photos that were taken on the same occasion as one; [#back] leads to those that are shown now.
    public void lookAtMoment(long photoId) {
        before = moment.get() == null ? state.get() : before;
        moment.set(photoId);
        waiting.cancel();
        askUnlessAsked();
    }

    /// Back from the photos of a moment to those that were shown before, at once.
    public void back() {
        SearchState earlier = before;
        if (moment.get() == null) {
            return;
        }
        forgetMoment();
        if (earlier != null) {
            asking.cancel();
            settle(earlier);
        }
        ask();
    }

    private void forgetMoment() {
        moment.set(null);
        before = null;
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
        pictures.set(List.of());
        text.set("");
        forgetMoment();
        askUnlessAsked();
    }

    /// Asks the same again, for the library has changed.
    public void refresh() {
        waiting.cancel();
        ask();
    }

    /// Asks at once what is typed, and tells what is wrong with it.
    public void submit() {
        forgetMoment();
        refresh();
        tell();
    }

    /// What the library is being asked or was asked last.
    public Query query() {
        Long photo = moment.get();
        if (photo != null) {
            return new Query.SameMoment(photo);
        }
        if (!pictures.get().isEmpty()) {
            return new Query.LikePictures(pictures.get());
        }
        return typed.query().<Query>map(query -> query.isEmpty() ? new Query.Everything() : new Query.Typed(query))
                .orElse(asked == null ? new Query.Everything() : asked);
    }

    private void typed(String now) {
        typed = TypedQuery.read(now);
        forgetMoment();
        if (!now.isEmpty()) {
            pictures.set(List.of());
        }
        changed();
    }

    private void chosen(List<Path> chosen) {
        forgetMoment();
        if (!chosen.isEmpty()) {
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
