package semblance.indexer.scan;

import java.nio.file.Path;
import java.util.Set;

/// What a walk passes over: hidden names, and the directories in which systems and programs keep what is nobody's photo.
public final class ScanRules {
    private static final Set<String> JUNK = Set.of("@eaDir", "#recycle", "node_modules", "$RECYCLE.BIN",
            "System Volume Information", "lost+found");

    private ScanRules() {
    }

    static boolean skips(String name) {
        return name.startsWith(".") || JUNK.contains(name);
    }

    /// Whether the rules let a walk come to a path from the root that holds it.
    public static boolean reach(Path path, Path root) {
        for (Path name : root.relativize(path)) {
            if (skips(name.toString())) {
                return false;
            }
        }
        return true;
    }
}
