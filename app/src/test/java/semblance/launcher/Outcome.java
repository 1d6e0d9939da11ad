package semblance.launcher;

import java.util.List;

/// What a start left: the exit status and the lines of both streams.
record Outcome(long pid, int status, List<String> out, List<String> err) {
    /// The values the program of a [FakeCheckout] reported under a key, such as `arg`.
    List<String> reported(String key) {
        return out.stream().filter(line -> line.startsWith(key + "=")).map(line -> line.substring(key.length() + 1))
                .toList();
    }
}
