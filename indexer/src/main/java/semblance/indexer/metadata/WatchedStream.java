package semblance.indexer.metadata;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/// Remembers that a stream has failed, behind a reader that takes a failure of the drive for the end of the file.
final class WatchedStream extends FilterInputStream {
    private @Nullable IOException failure;

    WatchedStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return super.read(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /// @throws IOException as it was thrown
    void rethrow() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }
}
