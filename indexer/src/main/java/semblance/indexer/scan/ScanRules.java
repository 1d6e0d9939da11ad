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

    /// Whether a walk of a root would come to a path below it.
    public static boolean reaches(Path root, Path path) {
        for (Path name : root.relativize(path)) {
            if (skips(name.toString())) {
                return false;
            }
        }
        return true;
    }
}
