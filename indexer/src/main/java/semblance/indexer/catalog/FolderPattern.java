package semblance.indexer.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Directories as users name them: some names of a path in a row, or a whole path from the root. Meets what lies in such
/// a directory, at any depth.
final class FolderPattern {
    private final boolean absolute;
    private final List<Pattern> names;

    FolderPattern(String typed) {
        String text = (typed.startsWith("~/") ? System.getProperty("user.home") + typed.substring(1) : typed)
                .replace('\\', '/');
        this.absolute = text.startsWith("/") || text.matches("[A-Za-z]:/.*");
        this.names = names(text).map(name -> new NamePattern(name).whole()).toList();
    }

    private static Stream<String> names(String path) {
        return Stream.of(path.split("/")).filter(name -> !name.isEmpty());
    }

    /// Whether photos in a directory are meant.
    ///
    /// @param folder    of the library; what lies around it has no part in this unless the pattern is absolute
    /// @param directory in it, as in the catalog
    boolean meets(Path folder, String directory) {
        List<String> path = new ArrayList<>();
        String around = absolute ? folder.toString() : String.valueOf(folder.getFileName());
        names(around.replace('\\', '/')).map(name -> new NamePattern(name).text()).forEach(path::add);
        names(directory).map(name -> new NamePattern(name).text()).forEach(path::add);
        int last = absolute ? 0 : path.size() - names.size();
        for (int start = 0; start <= last; start++) {
            if (meets(path, start)) {
                return true;
            }
        }
        return false;
    }

    private boolean meets(List<String> path, int start) {
        if (start + names.size() > path.size()) {
            return false;
        }
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).matcher(path.get(start + i)).matches()) {
                return false;
            }
        }
        return true;
    }
}
