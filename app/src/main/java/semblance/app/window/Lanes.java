package semblance.app.window;

import java.util.concurrent.Executor;

import semblance.app.concurrent.BackgroundTasks;
import semblance.app.concurrent.TaskRunner;

/// The window's background work, apart by what may not wait for what.
///
/// @param search   answers queries, one at a time
/// @param pictures loads thumbnails
/// @param tags     tags dropped pictures
/// @param chores   everything else: folders, counts, settings, other programs
public record Lanes(TaskRunner search, TaskRunner pictures, TaskRunner tags, TaskRunner chores,
        Runnable end) implements AutoCloseable {
    /// Starts them.
    ///
    /// @param ui brings results to the UI thread
    public static Lanes start(Executor ui) {
        BackgroundTasks search = new BackgroundTasks("semblance-search", 1, ui);
        // One processor is left to what draws them.
        int decoders = Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 3);
        BackgroundTasks pictures = new BackgroundTasks("semblance-pictures", decoders, ui);
        BackgroundTasks tags = new BackgroundTasks("semblance-tags", 1, ui);
        BackgroundTasks chores = new BackgroundTasks("semblance-chores", 2, ui);
        return new Lanes(search, pictures, tags, chores, () -> {
            search.close();
            pictures.close();
            tags.close();
            chores.close();
        });
    }

    @Override
    public void close() {
        end.run();
    }
}
