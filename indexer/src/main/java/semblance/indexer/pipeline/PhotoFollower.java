package semblance.indexer.pipeline;

import java.util.function.BooleanSupplier;

/// Keeps something in step with the photos that a run records. Called on the run's own thread, now and then while files
/// are still being read and once at the end of a run that was not stopped.
@FunctionalInterface
public interface PhotoFollower {
    /// Catches up with the photos recorded so far.
    ///
    /// @param stopping asked now and then; what is left when it says yes is caught up with next time
    void follow(BooleanSupplier stopping);

    /// Does what can wait until all files of a run are settled and searches find them.
    ///
    /// @param stopping as above; also when another run waits
    default void finish(BooleanSupplier stopping) {
    }

    /// Both, one after the other.
    default PhotoFollower then(PhotoFollower next) {
        return new PhotoFollower() {
            @Override
            public void follow(BooleanSupplier stopping) {
                PhotoFollower.this.follow(stopping);
                next.follow(stopping);
            }

            @Override
            public void finish(BooleanSupplier stopping) {
                PhotoFollower.this.finish(stopping);
                next.finish(stopping);
            }
        };
    }
}
