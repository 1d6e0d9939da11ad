package semblance.indexer.pipeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.MountTable.Mount;

/// The zones of a folder: the folder itself, the drives remembered within it, and those that a walk comes upon. Used by one
/// thread.
final class Zones {
    private final List<Zone> deepestFirst = new ArrayList<>();
    private final Zone root;

    /// Begins with what is remembered.
    ///
    /// @param photos known in each directory
    Zones(Folder folder, List<Mount> mounts, Map<String, Long> photos) {
        for (Mount mount : mounts) {
            deepestFirst.add(new Zone(mount.directory(), mount.rootKey(), count(photos, mounts, mount.directory())));
        }
        root = new Zone("", folder.rootKey(), count(photos, mounts, ""));
        deepestFirst.add(root);
        sort();
    }

    private static long count(Map<String, Long> photos, List<Mount> mounts, String zone) {
        return photos.entrySet().stream().filter(entry -> zone.equals(mounts.stream()
                .filter(mount -> mount.holds(entry.getKey())).map(Mount::directory)
                .max(Comparator.comparingInt(String::length)).orElse(""))).mapToLong(Map.Entry::getValue).sum();
    }

    private void sort() {
        deepestFirst.sort(Comparator.comparingInt((Zone zone) -> zone.directory().length()).reversed());
    }

    Zone root() {
        return root;
    }

    List<Zone> all() {
        return List.copyOf(deepestFirst);
    }

    /// The zone of a directory.
    Zone of(String directory) {
        return deepestFirst.stream().filter(zone -> zone.holds(directory)).findFirst().orElse(root);
    }

    /// The zone that begins in a directory where another drive was found to begin. If none was remembered there, what
    /// was known below was on the drive around it and is covered now.
    Zone beginningAt(String directory) {
        Zone around = of(directory);
        if (around.directory().equals(directory)) {
            return around;
        }
        Zone begun = new Zone(directory, "", 0);
        deepestFirst.add(begun);
        sort();
        return begun;
    }
}
