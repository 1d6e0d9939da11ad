package semblance.indexer.decode.worker;

/// A worker that did not answer an order, and has ended.
final class WorkerLostException extends Exception {
    /// How it was lost.
    enum Manner {
        /// It ended by itself, or said something that is no answer.
        CRASHED,
        /// It took longer than it may, and was stopped.
        LATE,
        /// It took more memory than it may, and ended itself.
        LARGE
    }

    private final Manner manner;

    WorkerLostException(Manner manner, Throwable cause) {
        super(manner.name(), cause);
        this.manner = manner;
    }

    Manner manner() {
        return manner;
    }
}
