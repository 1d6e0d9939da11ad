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

    /// Is told how far work is that may take minutes.
    interface Told {
        /// So many photos are to be looked at.
        void found(long photos);

        /// So many more of them have been. Waits while the user lets indexing pause.
        void done(long photos);
    }

    /// Does what can wait until all files of a run are settled and searches find them.
    ///
    /// @param stopping as above; also when another run waits
    /// @param told     need not hear of what takes a moment
    default void finish(BooleanSupplier stopping, Told told) {
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
            public void finish(BooleanSupplier stopping, Told told) {
                PhotoFollower.this.finish(stopping, told);
                next.finish(stopping, told);
            }
        };
    }
}
