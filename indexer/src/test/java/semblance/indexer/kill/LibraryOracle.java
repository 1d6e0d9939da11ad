package semblance.indexer.kill;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import semblance.indexer.HealthCheck;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.Folder;
import semblance.indexer.testing.CountingEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/// Compares a library with what its folder holds.
final class LibraryOracle {
    private final LibraryLocation location;
    private final CountingEncoder encoder = new CountingEncoder();
    /// Id of each photo that was ever seen in the library.
    private final Map<Integer, Long> ids = new HashMap<>();

    LibraryOracle(LibraryLocation location) {
        this.location = location;
    }

    /// At any moment: nothing contradicts itself, and what `doctor` looks at is well.
    void assertSound(String when) {
        try (PhotoLibrary library = PhotoLibrary.openReadOnly(location, encoder)) {
            List<HealthCheck> wrong = library.health(true).stream().filter(check -> !check.ok()).toList();
            assertThat(wrong).as(when).isEmpty();
        }
    }

    /// After a killed run: every photo that a whole run has seen, and whose file was not touched since, is still there under
    /// its id.
    void assertNothingLost(ChangingFolder folder, String when) {
        Map<String, Long> found = found(folder);
        folder.untouched().forEach((name, file) -> {
            if (ids.containsKey(file.photo())) {
                assertThat(found.get(name)).as(when + ": " + name).isEqualTo(ids.get(file.photo()));
            }
        });
    }

    /// After a whole run: exactly the files of the folder are photos, each with its own content, each the photo it was.
    void assertComplete(ChangingFolder folder, String when) {
        assertSound(when);
        Map<String, Long> found = found(folder);
        assertThat(found.keySet()).as(when).isEqualTo(folder.files.keySet());
        long photos = folder.files.values().stream().map(ChangingFolder.Expected::photo).distinct().count();
        assertThat(found.values().stream().distinct()).as(when).hasSize(Math.toIntExact(photos));
        folder.files.forEach((name, file) -> {
            Long id = found.get(name);
            assertThat(id).as(when + ": " + name).isNotNull();
            if (id != null) {
                assertThat(ids.computeIfAbsent(file.photo(), _ -> id)).as(when + ": identity of " + name).isEqualTo(id);
            }
        });
        assertContents(folder, found, when);
        try (PhotoLibrary library = PhotoLibrary.openReadOnly(location, encoder)) {
            assertThat(library.indexing().counts().photos()).as(when).isEqualTo(photos);
            assertThat(library.indexing().counts().indexed()).as(when).isEqualTo(photos);
        }
    }

    private void assertContents(ChangingFolder folder, Map<String, Long> found, String when) {
        try (Catalog catalog = Catalog.openForReading(location.catalog())) {
            folder.files.forEach((name, file) -> {
                Fingerprint expected = Fingerprint.of(ChangingFolder.content(name, file.picture()));
                Path path = folder.root.resolve(name);
                boolean same = found.containsKey(name) && catalog.read(session -> {
                    long id = session.files().entry(session.folders().holding(path).orElseThrow(), path).orElseThrow()
                            .fileId();
                    return session.photoFiles().contentOf(id).equals(session.embeddings().content(expected));
                });
                assertThat(same).as(when + ": content of " + name).isTrue();
            });
        }
    }

    private Map<String, Long> found(ChangingFolder folder) {
        Map<String, Long> found = new TreeMap<>();
        try (Catalog catalog = Catalog.openForReading(location.catalog())) {
            for (String name : folder.files.keySet()) {
                catalog.read(session -> session.folders().all().stream().map(Folder::path).findFirst().isEmpty()
                        ? Optional.<Long>empty()
                        : session.files().photoAt(session.folders().all().getFirst(), folder.root.resolve(name)))
                        .ifPresent(id -> found.put(name, id));
            }
        }
        return found;
    }
}
