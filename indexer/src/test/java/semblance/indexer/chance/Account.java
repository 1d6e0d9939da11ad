package semblance.indexer.chance;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.LibraryCounts;

import static org.assertj.core.api.Assertions.assertThat;

/// What the library must hold after each run, reckoned from the disk alone: which paths are photos, with which content, and
/// which photo of before each of them is, wherever that follows from the rules.
final class Account {
    /// A photo as the library knew it after the last run.
    private record Known(int picture, long id) {
    }

    private final Disk disk;
    private final Map<String, Known> known = new TreeMap<>();
    private long highest;

    Account(Disk disk) {
        this.disk = disk;
    }

    /// Whether a zone holds photos that the library knows.
    boolean knows(Disk.Zone zone) {
        return known.keySet().stream().anyMatch(path -> Disk.zone(path) == zone);
    }

    /// Compares the library with what it must hold now, and remembers that.
    void check(PhotoLibrary library, Catalog catalog) {
        Map<String, Integer> expected = new TreeMap<>();
        known.forEach((path, photo) -> {
            if (!disk.isThere(Disk.zone(path))) {
                expected.put(path, photo.picture());
            }
        });
        disk.pictures.forEach((path, picture) -> {
            if (disk.isThere(Disk.zone(path))) {
                expected.put(path, picture);
            }
        });
        counts(library.indexing().counts(), expected);
        Map<String, Long> ids = ids(library, expected.keySet());
        expected.forEach((path, picture) -> {
            long id = ids.getOrDefault(path, 0L);
            assertThat(allowed(path, picture)).as(path + ", photo " + id + ", was " + known).satisfiesAnyOf(
                    allowed -> assertThat(allowed.ids()).contains(id),
                    allowed -> assertThat(allowed.isNew() && id > highest).isTrue());
            assertThat(showsPicture(catalog, id, picture)).as("content of " + path).isTrue();
        });
        tags(library, ids);
        highest = Math.max(highest, ids.values().stream().mapToLong(Long::longValue).max().orElse(0));
        known.clear();
        expected.forEach((path, picture) -> known.put(path, new Known(picture, ids.getOrDefault(path, 0L))));
    }

    private void counts(LibraryCounts counts, Map<String, Integer> expected) {
        long offline = expected.keySet().stream().filter(path -> !disk.isThere(Disk.zone(path))).count();
        assertThat(counts).isEqualTo(new LibraryCounts(expected.size(), 0, 0, 0, offline, 0));
    }

    private Map<String, Long> ids(PhotoLibrary library, Set<String> paths) {
        Map<String, Long> ids = new HashMap<>();
        for (String path : paths) {
            Optional<Long> id = library.search().photoAt(disk.root.resolve(Path.of(path)));
            assertThat(id).as(path).isPresent();
            ids.put(path, id.orElseThrow());
        }
        assertThat(ids.values()).doesNotHaveDuplicates();
        return ids;
    }

    private static boolean showsPicture(Catalog catalog, long id, int picture) {
        Fingerprint fingerprint = Fingerprint.of(Disk.picture(picture));
        return catalog.read(session -> session.photos().contentOf(id)
                .equals(session.embeddings().content(fingerprint)));
    }

    /// Which photos a path may be.
    ///
    /// @param isNew whether it may be one that was never there before
    private record Allowed(Set<Long> ids, boolean isNew) {
    }

    private Allowed allowed(String path, int picture) {
        Known before = known.get(path);
        if (before != null && before.picture() == picture) {
            return new Allowed(Set.of(before.id()), false);
        }
        List<String> gone = known.keySet().stream().filter(each -> disk.isThere(Disk.zone(each)))
                .filter(each -> known(each).picture() == picture && !disk.pictures.containsKey(each)).toList();
        List<String> changed = known.keySet().stream().filter(each -> disk.isThere(Disk.zone(each)))
                .filter(each -> known(each).picture() == picture && disk.pictures.containsKey(each)
                        && picture(each) != picture)
                .toList();
        List<String> claimants = claimants(picture);
        // A photo over which another was moved may turn up too.
        if (gone.size() == 1 && changed.isEmpty() && claimants.size() == 1) {
            return new Allowed(Set.of(known(gone.getFirst()).id()), false);
        }
        Set<Long> ids = new TreeSet<>();
        gone.forEach(each -> ids.add(known(each).id()));
        changed.forEach(each -> ids.add(known(each).id()));
        if (before == null) {
            return new Allowed(ids, true);
        }
        if (changed.size() == 1 && claimants.size() == 1 && isExchange(path, changed.getFirst())) {
            return new Allowed(Set.of(known(changed.getFirst()).id()), false);
        }
        ids.add(before.id());
        boolean mayHaveLeft = !claimants(before.picture()).isEmpty();
        return new Allowed(ids, mayHaveLeft);
    }

    /// Whether two files have each other's pictures, which lay nowhere else.
    private boolean isExchange(String path, String other) {
        int mine = known(path).picture();
        return disk.pictures.containsKey(other) && picture(other) == mine
                && known.values().stream().filter(photo -> photo.picture() == mine).count() == 1
                && known.values().stream().filter(photo -> photo.picture() == known(other).picture()).count() == 1
                && claimants(mine).size() == 1;
    }

    /// Where a picture lies that did not lie there before.
    private List<String> claimants(int picture) {
        return disk.pictures.keySet().stream().filter(each -> disk.isThere(Disk.zone(each)))
                .filter(each -> picture(each) == picture)
                .filter(each -> known.get(each) == null || known(each).picture() != picture).toList();
    }

    private Known known(String path) {
        Known photo = known.get(path);
        if (photo == null) {
            throw new IllegalArgumentException(path);
        }
        return photo;
    }

    private int picture(String path) {
        return disk.pictures.getOrDefault(path, -1);
    }

    /// Each photo has a tag of its own, which stays with it.
    private void tags(PhotoLibrary library, Map<String, Long> ids) {
        Set<Long> before = known.values().stream().map(Known::id).collect(Collectors.toCollection(HashSet::new));
        ids.forEach((path, id) -> {
            if (before.contains(id)) {
                assertThat(library.tags().ofPhoto(id)).as("tags of " + path)
                        .anyMatch(tag -> tag.tag().equals("photo " + id));
            } else {
                assertThat(library.tags().add(id, "photo " + id)).isTrue();
            }
        });
    }
}
