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
import semblance.indexer.catalog.FileTable.Entry;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.chance.Disk.Role;

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
        Map<String, Long> ids = ids(library, expected.keySet());
        Map<Long, Set<String>> photos = new TreeMap<>();
        ids.forEach((path, id) -> photos.computeIfAbsent(id, _ -> new TreeSet<>()).add(path));
        counts(library.indexing().counts(), photos);
        pairs(expected, ids, photos);
        photos.forEach((id, paths) -> {
            assertThat(allowed(paths, expected)).as(paths + ", photo " + id + ", was " + known).satisfiesAnyOf(
                    allowed -> assertThat(allowed.ids()).contains(id),
                    allowed -> assertThat(allowed.isNew() && id > highest).isTrue());
            assertThat(standing(library, id)).as("what stands for " + paths).isEqualTo(paths.stream()
                    .filter(path -> Disk.role(expected.getOrDefault(path, 0)) == Role.DEVELOPED).findFirst()
                    .orElse(paths.iterator().next()));
        });
        expected.forEach((path, picture) -> assertThat(showsPicture(library, catalog, path, picture))
                .as("content of " + path).isTrue());
        tags(library, ids, expected);
        highest = Math.max(highest, ids.values().stream().mapToLong(Long::longValue).max().orElse(0));
        known.clear();
        expected.forEach((path, picture) -> known.put(path, new Known(picture, ids.getOrDefault(path, 0L))));
    }

    private void counts(LibraryCounts counts, Map<Long, Set<String>> photos) {
        long offline = photos.values().stream().filter(paths -> !disk.isThere(Disk.zone(paths.iterator().next())))
                .count();
        assertThat(counts).isEqualTo(new LibraryCounts(photos.size(), 0, 0, 0, offline, 0));
    }

    /// Raw data is one photo with a developed picture of its name; which one, where there are several, is all the same.
    private static void pairs(Map<String, Integer> expected, Map<String, Long> ids, Map<Long, Set<String>> photos) {
        photos.forEach((id, paths) -> {
            assertThat(paths.stream().map(Disk::stem).distinct()).as("files of photo " + id + ": " + paths).hasSize(1);
            assertThat(paths.stream().filter(path -> role(expected, path) != Role.RAW)).as("photo " + id + ": " + paths)
                    .hasSizeLessThanOrEqualTo(1);
        });
        expected.keySet().stream().filter(path -> role(expected, path) == Role.RAW).forEach(raw -> {
            List<Long> developed = expected.keySet().stream()
                    .filter(path -> Disk.stem(path).equals(Disk.stem(raw)) && role(expected, path) == Role.DEVELOPED)
                    .map(path -> ids.getOrDefault(path, 0L)).toList();
            assertThat(photos.getOrDefault(ids.getOrDefault(raw, 0L), Set.of()).size() > 1)
                    .as(raw + " with " + developed).isEqualTo(!developed.isEmpty());
            assertThat(developed.isEmpty() || developed.contains(ids.getOrDefault(raw, 0L)))
                    .as(raw + " is a half of one of " + developed).isTrue();
        });
    }

    private static Role role(Map<String, Integer> expected, String path) {
        return Disk.role(expected.getOrDefault(path, 0));
    }

    private String standing(PhotoLibrary library, long id) {
        return disk.root.relativize(library.photos().path(id).orElseThrow()).toString();
    }

    private Map<String, Long> ids(PhotoLibrary library, Set<String> paths) {
        Map<String, Long> ids = new HashMap<>();
        for (String path : paths) {
            Optional<Long> id = library.search().photoAt(disk.root.resolve(Path.of(path)));
            assertThat(id).as(path).isPresent();
            ids.put(path, id.orElseThrow());
        }
        return ids;
    }

    private boolean showsPicture(PhotoLibrary library, Catalog catalog, String relative, int picture) {
        Fingerprint fingerprint = Fingerprint.of(Disk.picture(picture));
        Path path = disk.root.resolve(Path.of(relative));
        return catalog.read(session -> {
            Folder folder = session.folders().holding(path).orElseThrow();
            Entry file = session.files().entry(folder, path).orElseThrow();
            Optional<Long> content = session.embeddings().content(fingerprint);
            boolean stands = library.photos().path(file.photoId()).equals(Optional.of(path));
            return session.photoFiles().contentOf(file.fileId()).equals(content)
                    && (!stands || session.photos().contentOf(file.photoId()).equals(content));
        });
    }

    /// Which photos a path may be.
    ///
    /// @param isNew whether it may be one that was never there before
    private record Allowed(Set<Long> ids, boolean isNew) {
    }

    /// Which photos some files may be that are one now. Files that were one photo and are not any more may be new ones.
    private Allowed allowed(Set<String> paths, Map<String, Integer> pictures) {
        Set<String> before = known.keySet().stream()
                .filter(path -> paths.stream().anyMatch(each -> known.containsKey(each)
                        && known(each).id() == known(path).id()))
                .collect(Collectors.toSet());
        List<Allowed> each = paths.stream().map(path -> allowed(path, pictures.getOrDefault(path, -1))).toList();
        Set<Long> ids = each.stream().flatMap(allowed -> allowed.ids().stream()).collect(Collectors.toSet());
        boolean unchanged = before.equals(paths) && paths.stream().map(path -> known(path).id()).distinct().count() == 1
                && paths.stream().allMatch(path -> known(path).picture() == pictures.getOrDefault(path, -1));
        if (unchanged) {
            return new Allowed(Set.of(known(paths.iterator().next()).id()), false);
        }
        return new Allowed(ids, each.stream().anyMatch(Allowed::isNew) || ids.stream().anyMatch(this::wasShared));
    }

    private boolean wasShared(long id) {
        return known.values().stream().filter(photo -> photo.id() == id).count() > 1;
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

    /// Each photo has a tag of its own, which stays with it, or with the photo that it has become a part of.
    private void tags(PhotoLibrary library, Map<String, Long> ids, Map<String, Integer> pictures) {
        ids.forEach((path, id) -> {
            Allowed was = allowed(path, pictures.getOrDefault(path, -1));
            if (!was.isNew() && was.ids().size() == 1 && !ids.containsValue(was.ids().iterator().next())) {
                assertThat(library.tags().ofPhoto(id))
                        .as("tags that " + path + " had, " + was + " now photo " + id + ", was " + known + ", is "
                                + ids)
                        .anyMatch(tag -> tag.tag().equals("photo " + was.ids().iterator().next()));
            }
        });
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
