package semblance.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/// Standard output, with what kept results from it: a [java.io.PrintStream] does not say why it failed. Buffered, for a
/// search may list thousands.
final class ResultStream extends OutputStream {
    private final OutputStream out;
    private @Nullable IOException failure;

    ResultStream(OutputStream out) {
        this.out = new BufferedOutputStream(out);
    }

    /// Why results were lost, or null. A reader who closed the pipe (`head`) lost nothing: it had enough.
    @Nullable
    IOException failure() {
        return failure == null || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")
                ? null
                : failure;
    }

    @Override
    public void write(int single) throws IOException {
        note(() -> out.write(single));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        note(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        note(out::flush);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private void note(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }
}
