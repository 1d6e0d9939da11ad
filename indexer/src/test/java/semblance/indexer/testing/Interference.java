package semblance.indexer.testing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;

/// Lets a test do something when a station of an indexing run is entered or left.
public final class Interference implements StageObserver {
    private final Map<Stage, Runnable> entering = new ConcurrentHashMap<>();
    private final Map<Stage, Runnable> leaving = new ConcurrentHashMap<>();

    public Interference onEntering(Stage stage, Runnable work) {
        entering.put(stage, work);
        return this;
    }

    public Interference onLeaving(Stage stage, Runnable work) {
        leaving.put(stage, work);
        return this;
    }

    @Override
    public Visit enter(Stage stage) {
        run(entering, stage);
        return () -> run(leaving, stage);
    }

    private static void run(Map<Stage, Runnable> works, Stage stage) {
        Runnable work = works.get(stage);
        if (work != null) {
            work.run();
        }
    }
}
