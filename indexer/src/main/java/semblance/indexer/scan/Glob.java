package semblance.indexer.scan;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// A user's pattern of paths: `*`, `?`, `[a-z]` and `{a,b}` within a name, `**` for any number of directories, none
/// included. Without a slash it meets names at any depth, with one it is matched from the folder's top. What it meets is
/// excluded with all that is in it.
///
/// Names are compared in their composed form (NFC), as they look alike to the user.
public final class Glob {
    private static final String ANY = "**";

    private final String text;
    private final List<String> segments;
    private final List<PathMatcher> names;

    private Glob(String text, List<String> segments, List<PathMatcher> names) {
        this.text = text;
        this.segments = segments;
        this.names = names;
    }

    /// Reads a pattern.
    ///
    /// @throws IllegalArgumentException if it is none; the message is for the user
    public static Glob of(String text) {
        String pattern = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (pattern.startsWith("/") || pattern.matches("[A-Za-z]:.*") || List.of(pattern.split("/")).contains("..")) {
            throw new IllegalArgumentException("The pattern \"" + text
                    + "\" has to be relative to a folder of the library, such as \"Screenshots\" or \"2020/raw/*\".");
        }
        List<String> segments = new ArrayList<>();
        if (!pattern.replaceAll("/+$", "").contains("/")) {
            segments.add(ANY);
        }
        List.of(pattern.split("/")).stream().filter(name -> !name.isEmpty() && !name.equals("."))
                .forEach(segments::add);
        if (segments.size() > 1 && segments.getLast().equals(ANY)) {
            segments.removeLast(); // all that is in a directory, and the directory itself, which is no photo
        }
        if (segments.stream().allMatch(name -> name.matches("\\**"))) {
            throw new IllegalArgumentException("The pattern \"" + text
                    + "\" would exclude everything. To take a folder out of the library, remove it.");
        }
        try {
            List<PathMatcher> names = segments.stream()
                    .map(name -> FileSystems.getDefault().getPathMatcher("glob:" + name)).toList();
            return new Glob(pattern, List.copyOf(segments), names);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("The pattern \"" + text + "\" cannot be understood: "
                    + e.getDescription() + ". Brackets and braces are closed within one name.", e);
        }
    }

    /// Whether it meets a path; not whether it meets a directory above.
    ///
    /// @param relative to the folder, at least one name
    public boolean matches(Path relative) {
        Path path = Path.of(Normalizer.normalize(relative.toString(), Normalizer.Form.NFC));
        return matches(0, path, 0);
    }

    private boolean matches(int segment, Path path, int name) {
        if (segment == segments.size()) {
            return name == path.getNameCount();
        }
        if (segments.get(segment).equals(ANY)) {
            return matches(segment + 1, path, name)
                    || (name < path.getNameCount() && matches(segment, path, name + 1));
        }
        return name < path.getNameCount() && names.get(segment).matches(path.getName(name))
                && matches(segment + 1, path, name + 1);
    }

    @Override
    public String toString() {
        return text;
    }
}
