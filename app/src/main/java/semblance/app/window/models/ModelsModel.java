package semblance.app.window.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import semblance.app.concurrent.TaskRunner;
import semblance.app.models.Download;
import semblance.app.models.ModelInfo;
import semblance.app.window.wording.FailureText;

/// The models and what can be done with them. Whoever shows it calls [#sample] a few times a second. On the UI thread.
public final class ModelsModel {
    private final TaskRunner tasks;
    private final ModelsDesk desk;
    private final Runnable onUse;
    private final ReadOnlyObjectWrapper<ModelsState> state = new ReadOnlyObjectWrapper<>(ModelsState.UNKNOWN);
    private final List<Download> downloads = new ArrayList<>();
    private final Map<String, String> troubles = new HashMap<>();
    private boolean looking;
    private boolean lookAgain;

    /// @param onUse called when another model was chosen, so that indexing goes on with it
    public ModelsModel(TaskRunner tasks, ModelsDesk desk, Runnable onUse) {
        this.tasks = tasks;
        this.desk = desk;
        this.onUse = onUse;
    }

    public ReadOnlyObjectProperty<ModelsState> state() {
        return state.getReadOnlyProperty();
    }

    /// Looks at the disk and the library again.
    public void refresh() {
        if (looking) {
            lookAgain = true;
            return;
        }
        looking = true;
        tasks.run(desk::look, looked -> {
            looking = false;
            state.set(looked.with(this::live));
            if (lookAgain) {
                lookAgain = false;
                refresh();
            }
        }, failure -> {
            looking = false;
            state.set(new ModelsState(state.get().rows(), state.get().lacking(), state.get().offer(),
                    List.of(FailureText.of(failure))));
        });
    }

    /// Called when photos were counted: one more may be encoded for the coming model.
    public void counted() {
        if (state.get().lacking() > 0) {
            refresh();
        }
    }

    /// Downloads a model, and the one that it needs; goes on with a download that was broken off.
    public void download(String id) {
        Optional<ModelInfo> needs = state.get().row(id).flatMap(ModelRow::needs);
        needs.ifPresent(model -> start(model.id()));
        start(id);
    }

    private void start(String id) {
        act(id, () -> desk.download(id), download -> {
            if (!downloads.contains(download)) {
                downloads.add(download);
            }
            sample();
        });
    }

    /// Breaks a download off; what has come is kept.
    public void cancel(String id) {
        downloads.stream().filter(download -> download.model().id().equals(id)).forEach(Download::cancel);
    }

    /// Searches with a model: at once if every photo is encoded for it, else as soon as that is so.
    public void use(String id) {
        act(id, () -> desk.use(id), _ -> {
            onUse.run();
            refresh();
        });
    }

    /// Deletes a model's files.
    public void remove(String id) {
        act(id, () -> desk.remove(id), _ -> refresh());
    }

    private <T> void act(String id, Callable<T> action, java.util.function.Consumer<T> then) {
        trouble(id, "");
        tasks.run(action, then, failure -> trouble(id, FailureText.of(failure)));
    }

    private void trouble(String id, String sentences) {
        if (sentences.isEmpty()) {
            troubles.remove(id);
        } else {
            troubles.put(id, sentences);
        }
        show();
    }

    /// Takes a look at the downloads under way.
    public void sample() {
        if (downloads.isEmpty()) {
            return;
        }
        for (Download download : List.copyOf(downloads)) {
            Future<ModelInfo> result = download.result();
            if (result.isDone()) {
                downloads.remove(download);
                ended(download.model().id(), result);
            }
        }
        show();
    }

    private void ended(String id, Future<ModelInfo> result) {
        try {
            result.get();
        } catch (CancellationException _) {
            trouble(id, "");
        } catch (ExecutionException e) {
            trouble(id, FailureText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refresh();
    }

    private void show() {
        state.set(state.get().with(this::live));
    }

    private ModelRow live(ModelRow row) {
        String id = row.info().id();
        return row.withTrouble(troubles.getOrDefault(id, ""))
                .withDownload(downloads.stream().filter(download -> download.model().id().equals(id)).findFirst()
                        .map(Download::progress));
    }
}
