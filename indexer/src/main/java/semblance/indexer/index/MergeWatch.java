package semblance.indexer.index;

/// Is told when Lucene merges segments, on threads of its own: for measurements and tests. Must not throw.
@FunctionalInterface
public interface MergeWatch {
    /// Nobody watches.
    MergeWatch NONE = () -> () -> {
    };

    /// A merge begins.
    ///
    /// @return run when it ends, however it ends
    Runnable begin();
}
