package semblance.indexer.pipeline;

/// Is told when a thread enters and leaves a station: for measurements, and for tests that want to hit a certain
/// station. Called by many threads at once; must be quick.
@FunctionalInterface
public interface StageObserver {
    /// Nobody watches.
    StageObserver NONE = stage -> () -> {
    };

    /// A thread enters a station; it leaves it when it closes the visit.
    Visit enter(Stage stage);

    /// One stay of one thread in a station.
    @FunctionalInterface
    interface Visit extends AutoCloseable {
        @Override
        void close();
    }
}
