package semblance.app.cli;

import java.nio.file.Path;
import java.util.stream.Collectors;

/// Paths and texts of others for people to read: a name may hold a line feed, or a code that a terminal would obey.
final class OneLine {
    private OneLine() {
    }

    /// The path with a question mark for each such character, as other programs list it.
    static String of(Path path) {
        return of(path.toString());
    }

    /// Any text, in the same way.
    static String of(String text) {
        return text.codePoints().mapToObj(c -> Character.isISOControl(c) ? "?" : Character.toString(c))
                .collect(Collectors.joining());
    }
}
