package semblance.indexer.catalog;

import java.nio.file.Path;

/// A path within a folder, split as the catalog stores it.
public final class RelativePath {
    private RelativePath() {
    }

    /// The directory part with `/` between names on every platform, `""` for none.
    public static String directory(Path relative) {
        Path parent = relative.getParent();
        return parent == null ? "" : slashed(parent);
    }

    /// A relative directory with `/` between names.
    public static String slashed(Path directory) {
        return directory.toString().replace(directory.getFileSystem().getSeparator(), "/");
    }

    public static String name(Path relative) {
        return relative.getFileName().toString();
    }
}
