package semblance.model.store.download;

import java.io.IOException;

/// The disk fails: kept apart from failures of the network, which are an [IOException] as well.
final class DiskFailure extends RuntimeException {
    private final IOException reason;

    private DiskFailure(IOException reason) {
        super(reason);
        this.reason = reason;
    }

    /// Something that is done with the disk.
    interface Act<T> {
        T run() throws IOException;
    }

    static <T> T told(Act<T> act) {
        try {
            return act.run();
        } catch (IOException e) {
            throw new DiskFailure(e);
        }
    }

    IOException reason() {
        return reason;
    }
}
