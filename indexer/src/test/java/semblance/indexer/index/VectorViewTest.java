package semblance.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.RawCatalog;
import semblance.indexer.catalog.VectorChange;
import semblance.indexer.testing.FileHashes;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever became of the index, a view shows exactly what the catalog holds.
class VectorViewTest {
    @TempDir
    Path temporary;

    private final Random random = Seed.next("VectorViewTest").random();
    private Gallery gallery;

    @BeforeEach
    void makeGallery() {
        gallery = new Gallery(temporary.resolve("data"), random);
        gallery.add(30);
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    private void index() {
        try (VectorView view = gallery.write()) {
            commit(view);
        }
    }

    private void commit(VectorView view) {
        gallery.onWriteThread(() -> {
            view.follow();
            view.commit();
        });
    }

    private void assertOpensRight(String when) {
        try (VectorView view = gallery.write()) {
            gallery.assertShownBy(view, when);
            commit(view);
        }
        try (VectorView view = gallery.write()) {
            gallery.assertShownBy(view, when + ", opened once more");
        }
    }

    private void indexDirectory(ThrowingWork work) {
        try {
            work.run(gallery.index());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface ThrowingWork {
        void run(Path index) throws IOException;
    }

    @Test
    void aViewFollowsEveryChange() {
        try (VectorView view = gallery.write()) {
            for (int i = 0; i < 100; i++) {
                int steps = 1 + random.nextInt(4);
                for (int step = 0; step < steps; step++) {
                    gallery.step();
                }
                if (random.nextInt(5) == 0) {
                    commit(view);
                } else {
                    view.follow();
                }
                gallery.assertShownBy(view, "round " + i);
            }
        }
        assertOpensRight("at the end");
    }

    @Test
    void whatWasMissedIsReadOnOpeningAndNothingElse() {
        index();
        for (int i = 0; i < 20; i++) {
            gallery.step();
        }
        // A change that no revision tells of: who reads what it has missed cannot see it, who starts anew does.
        long silent = gallery.any();
        try (VectorView view = gallery.write()) {
            commit(view);
        }
        gallery.whileClosed(() -> RawCatalog.execute(gallery.file, "DELETE FROM photo WHERE id = " + silent));
        assertOpensRight("what was in the index is taken as it is");
    }

    @Test
    void closingWithoutACommitLosesNothing() {
        index();
        try (VectorView view = gallery.write()) {
            for (int i = 0; i < 20; i++) {
                gallery.step();
            }
            view.follow();
        }
        assertOpensRight("after closing without a commit");
    }

    @Test
    void theIndexOfAnotherCatalogIsNotUsed() {
        index();
        try (Gallery other = new Gallery(temporary.resolve("other"), random)) {
            other.add(50);
            try (VectorView view = other.write()) {
                other.onWriteThread(() -> {
                    view.follow();
                    view.commit();
                });
            }
            indexDirectory(index -> replace(other.index(), index));
        }
        assertOpensRight("with the index of another catalog");
    }

    @Test
    void theIndexOfAnotherEpochIsNotUsed() {
        index();
        long silent = gallery.any();
        gallery.whileClosed(() -> RawCatalog.execute(gallery.file, "DELETE FROM photo WHERE id = " + silent,
                "UPDATE library SET epoch = epoch + 1"));
        gallery.photos.remove(silent);
        assertOpensRight("after the epoch has changed");
    }

    @Test
    void anIndexAheadOfItsCatalogIsNotUsed() throws IOException {
        Path backup = temporary.resolve("backup.db");
        gallery.whileClosed(() -> copy(gallery.file, backup));
        Map<Long, List<float[]>> then = Map.copyOf(gallery.photos);
        gallery.add(40);
        index();

        gallery.whileClosed(() -> copy(backup, gallery.file));
        gallery.photos.clear();
        gallery.photos.putAll(then);
        assertOpensRight("with an older catalog");
    }

    /// The restored catalog takes the same numbers for other changes. If the program ends before the new index is
    /// committed, the old one must not pass for it.
    @Test
    void anIndexThatWasAheadIsNeverUsedAgain() {
        Path backup = temporary.resolve("backup.db");
        gallery.whileClosed(() -> copy(gallery.file, backup));
        Map<Long, List<float[]>> then = Map.copyOf(gallery.photos);
        gallery.add(10);
        index();
        gallery.whileClosed(() -> copy(backup, gallery.file));
        gallery.photos.clear();
        gallery.photos.putAll(then);

        try (VectorView view = gallery.write()) {
            gallery.add(40);
            view.follow();
            gallery.assertShownBy(view, "while it is open");
        }
        assertOpensRight("after it was closed without a commit");
    }

    @Test
    void anIndexOfAnotherFormatIsNotUsed() throws IOException {
        index();
        try (Directory directory = FSDirectory.open(gallery.index());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            Map<String, String> data = new HashMap<>();
            writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            data.put("format", "0");
            writer.addDocuments(VectorDocuments.block(new VectorChange(999,
                    List.of(new VectorChange.Part(0, 0,
                            Vectors.random(random, Gallery.DIMENSION))))));
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
        }
        assertOpensRight("with documents of another format");
    }

    @Test
    void anIndexWithoutAPositionIsNotUsed() throws IOException {
        index();
        try (Directory directory = FSDirectory.open(gallery.index());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("format", "1", "revision", "many").entrySet());
            writer.commit();
        }
        assertOpensRight("with a position that is no number");
    }

    @Test
    void anIndexThatHasMissedPurgedDeletesIsNotUsed() {
        index();
        Path old = temporary.resolve("old index");
        indexDirectory(index -> replace(index, old));
        purgeSomeDeletes();

        indexDirectory(index -> replace(old, index));
        assertOpensRight("with an index from before the deletes");
    }

    @Test
    void aLongReaderDoesNotKeepPhotosWhoseTombstonesAreGone() {
        index();
        try (Catalog catalog = Catalog.openForReading(gallery.file);
                VectorView reader = VectorView.openForReading(catalog, Gallery.SPACE, gallery.indexes)) {
            gallery.assertShownBy(reader, "at first");
            purgeSomeDeletes();
            reader.follow();
            gallery.assertShownBy(reader, "after the tombstones were purged");
        }
    }

    private void purgeSomeDeletes() {
        try (VectorView view = gallery.write()) {
            for (int i = 0; i < 10; i++) {
                gallery.delete(gallery.any());
            }
            commit(view);
            gallery.add(1);
            commit(view);
        }
        assertThat(gallery.catalog().<Long>read(session -> session.log().purged())).isPositive();
    }

    @Test
    void aMissingIndexComesBackFromTheCatalog() {
        index();
        indexDirectory(index -> {
            try (Stream<Path> files = Files.list(index)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        });
        assertOpensRight("without an index");
    }

    @Test
    void readingChangesNothingOnDisk() {
        index();
        for (int i = 0; i < 30; i++) {
            gallery.step();
        }
        Map<String, String> before = hashes();
        try (Catalog catalog = Catalog.openForReading(gallery.file);
                VectorView view = VectorView.openForReading(catalog, Gallery.SPACE, gallery.indexes)) {
            gallery.assertShownBy(view, "read beside it");
            view.follow();
            view.commit();
        }
        assertThat(hashes()).isEqualTo(before);
    }

    /// Of all files but the one in which SQLite's readers and writers tell each other what they are at.
    private Map<String, String> hashes() {
        Map<String, String> hashes = FileHashes.of(gallery.data);
        hashes.remove("catalog.db-shm");
        return hashes;
    }

    @Test
    void readingAloneNeedsNoIndexAndMakesNone() {
        try (Catalog catalog = Catalog.openForReading(gallery.file);
                VectorView view = VectorView.openForReading(catalog, Gallery.SPACE, gallery.indexes)) {
            gallery.assertShownBy(view, "from the catalog alone");
        }
        assertThat(gallery.indexes).doesNotExist();
    }

    @Test
    void readersBesideAWriterThatCommitsAndMergesSeeWholeStates() throws InterruptedException {
        index();
        Thread writer = new Thread(() -> {
            try (VectorView view = gallery.write()) {
                for (int round = 0; round < 60; round++) {
                    gallery.add(5);
                    gallery.change(gallery.any());
                    commit(view);
                }
            }
        }, "test-writer");
        writer.start();
        int looks = 0;
        try (Catalog catalog = Catalog.openForReading(gallery.file);
                VectorView staying = VectorView.openForReading(catalog, Gallery.SPACE, gallery.indexes)) {
            while (writer.isAlive()) {
                long before = count(catalog);
                try (VectorView view = VectorView.openForReading(catalog, Gallery.SPACE, gallery.indexes)) {
                    assertThat(view.photos()).isBetween(before, count(catalog));
                }
                staying.follow();
                assertThat(staying.photos()).isBetween(before, count(catalog));
                looks++;
            }
            staying.follow();
            gallery.assertShownBy(staying, "open all the time");
        }
        writer.join();
        assertThat(looks).isPositive();
        assertOpensRight("at the end");
        indexDirectory(index -> {
            try (Directory directory = FSDirectory.open(index);
                    DirectoryReader reader = DirectoryReader.open(directory)) {
                assertThat(reader.leaves()).as("segments after merges").hasSizeLessThan(60);
            }
        });
    }

    @Test
    void twoThreadsMayFollowAtOnce() throws InterruptedException {
        try (VectorView view = gallery.write()) {
            for (int round = 0; round < 60; round++) {
                Thread other = new Thread(view::follow, "test-follow");
                other.start();
                long id = gallery.any();
                gallery.change(id);
                view.follow();
                gallery.delete(id);
                gallery.add(1);
                view.follow();
                other.join();
                gallery.assertShownBy(view, "round " + round);
            }
        }
    }

    private static long count(Catalog catalog) {
        return catalog.read(session -> session.photos()
                .countWithEmbedding(session.embeddings().knownSpace(Gallery.SPACE).orElseThrow()));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a directory hold exactly the files of another.
    static void replace(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path old : files(to)) {
            Files.delete(old);
        }
        for (Path file : files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
