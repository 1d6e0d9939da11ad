package semblance.app.window;

import java.util.Optional;
import java.util.function.BooleanSupplier;

import semblance.app.concurrent.TaskRunner;
import semblance.app.models.LanguageHint;
import semblance.app.window.models.ModelsState;
import semblance.app.window.search.Answer;
import semblance.app.window.search.Query;
import semblance.app.window.search.SearchState;
import semblance.indexer.query.PhotoQuery;

/// When the window speaks of models by itself: once about a better one, and when a query is in a language that the model in
/// use has not learnt. On the UI thread.
final class ModelNotices {
    private final NoticeStrip strip;
    private final LibrarySession session;
    private final TaskRunner tasks;
    private final Runnable showModels;
    private final BooleanSupplier offered;
    private final Runnable noteOffered;
    private String declined = "";
    private boolean aboutLanguage;

    /// @param offered     whether a better model was offered before
    /// @param noteOffered called when the user has seen that offer
    ModelNotices(NoticeStrip strip, LibrarySession session, TaskRunner tasks, Runnable showModels,
            BooleanSupplier offered, Runnable noteOffered) {
        this.strip = strip;
        this.session = session;
        this.tasks = tasks;
        this.showModels = showModels;
        this.offered = offered;
        this.noteOffered = noteOffered;
        session.search().state().subscribe(this::answered);
        session.models().state().subscribe(_ -> offer());
        session.indexing().status().subscribe(_ -> offer());
    }

    private void answered(SearchState state) {
        if (state instanceof SearchState.Answered(Answer answer)
                && answer.query() instanceof Query.Typed(PhotoQuery typed)) {
            tasks.run(() -> session.languageHint(typed.described()), hint -> {
                if (session.search().query().equals(answer.query())) {
                    hint(hint);
                }
            }, _ -> hint(Optional.empty()));
        } else {
            hint(Optional.empty());
        }
    }

    private void hint(Optional<LanguageHint> hint) {
        if (hint.isEmpty() || hint.get().writing().equals(declined)) {
            if (aboutLanguage) {
                aboutLanguage = false;
                strip.hide();
            }
            offer();
            return;
        }
        aboutLanguage = true;
        strip.say(sentence(hint.get()), "Show models", showModels, () -> {
            declined = hint.get().writing();
            aboutLanguage = false;
        });
    }

    private static String sentence(LanguageHint hint) {
        return hint.inUse() + " has not learnt " + hint.writing() + ", so what is found has little to do with it. "
                + hint.offer().map(offer -> offer.reason()).orElse("Try it in English.");
    }

    /// An offer once there is something to search, and not in the way of a hint.
    private void offer() {
        ModelsState models = session.models().state().get();
        if (aboutLanguage || offered.getAsBoolean() || session.indexing().status().get().counts().indexed() == 0) {
            return;
        }
        models.offer()
                .ifPresent(offer -> strip.say(
                        "A better model can be had, " + offer.model().title() + ": " + offer.reason(), "Look at it",
                        () -> {
                            noteOffered.run();
                            showModels.run();
                        }, noteOffered));
    }
}
