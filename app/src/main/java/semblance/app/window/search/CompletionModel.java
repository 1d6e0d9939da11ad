package semblance.app.window.search;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.app.concurrent.TaskRunner;
import semblance.app.concurrent.TaskRunner.Cancellation;
import semblance.indexer.query.Completion;

/// What the word that is being typed may become. It is looked up a moment after the last key, and never while nothing is typed.
/// Nothing is chosen until the user chooses, so that Enter searches for what is typed.
public final class CompletionModel {
    static final Duration TYPING_PAUSE = Duration.ofMillis(120);
    private static final Logger LOG = LoggerFactory.getLogger(CompletionModel.class);
    /// Keys are not offered for the first letter of every word.
    private static final int SHORTEST_KEY = 2;

    private final TaskRunner tasks;
    private final BiFunction<String, Integer, Completion> completer;
    private final ReadOnlyObjectWrapper<List<String>> candidates = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
    private String text = "";
    private Completion completion = new Completion(0, 0, List.of());
    private Cancellation waiting = Cancellation.NONE;
    private Cancellation asking = Cancellation.NONE;

    /// What is typed after a candidate was taken over.
    ///
    /// @param caret where the user goes on typing
    public record Typed(String text, int caret) {
    }

    /// @param completer finds candidates for a text and where the user types in it; slow
    public CompletionModel(TaskRunner tasks, BiFunction<String, Integer, Completion> completer) {
        this.tasks = tasks;
        this.completer = completer;
    }

    /// What may be offered now; empty for nothing.
    public ReadOnlyObjectProperty<List<String>> candidates() {
        return candidates.getReadOnlyProperty();
    }

    /// Which of them is chosen, from 0; -1 for none.
    public ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    public boolean isOffering() {
        return !candidates.get().isEmpty();
    }

    /// Notes what the user has just typed.
    ///
    /// @param caret where, in `char`s
    public void type(String now, int caret) {
        dismiss();
        text = now;
        if (!now.isBlank()) {
            waiting = tasks.after(TYPING_PAUSE, () -> asking = tasks.run(() -> completer.apply(now, caret), this::offer,
                    failure -> LOG.warn("no completion could be found", failure)));
        }
    }

    private void offer(Completion found) {
        String typed = text.substring(found.from(), found.to());
        boolean key = found.candidates().stream().anyMatch(candidate -> candidate.endsWith(":"));
        completion = found;
        candidates.set((key && typed.length() < SHORTEST_KEY) || found.candidates().equals(List.of(typed))
                ? List.of()
                : found.candidates());
    }

    /// Offers nothing until more is typed.
    public void dismiss() {
        waiting.cancel();
        asking.cancel();
        chosen.set(-1);
        candidates.set(List.of());
    }

    /// Chooses the next candidate, or the one before; beyond the last and before the first none.
    public void move(int by) {
        int places = candidates.get().size() + 1;
        chosen.set(Math.floorMod(chosen.get() + 1 + by, places) - 1);
    }

    /// Takes over the chosen candidate.
    ///
    /// @return empty if none is chosen
    public Optional<Typed> take() {
        return chosen.get() < 0 ? Optional.empty() : Optional.of(take(chosen.get()));
    }

    /// Takes over a candidate; behind a value goes a blank.
    public Typed take(int index) {
        String candidate = candidates.get().get(index);
        String rest = text.substring(completion.to());
        String blank = candidate.endsWith(":") || rest.startsWith(" ") ? "" : " ";
        String before = text.substring(0, completion.from()) + candidate + blank;
        dismiss();
        return new Typed(before + rest, before.length());
    }
}
