package semblance.model.onnx;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import semblance.model.provider.ExecutionProvider;

/// How a graph is run.
///
/// @param threads  that work on one run on the CPU, the calling thread included; at least 1
/// @param provider that gets every node it can compute; the CPU has the rest
/// @param profile  the beginning of the path of a file that says what ran where; null for none
record SessionSettings(int threads, ExecutionProvider provider, @Nullable Path profile) {
    static SessionSettings cpu(int threads) {
        return new SessionSettings(threads, ExecutionProvider.CPU, null);
    }
}
