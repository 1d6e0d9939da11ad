package semblance.indexer.index;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.RawCatalog;
import semblance.indexer.testing.FileHashes;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Whatever became of the index of texts, a view finds exactly what the catalog holds.
class TextViewTest {
    @TempDir
    Path temporary;

    private final Random random = Seed.next("TextViewTest").random();
    private Bookshelf shelf;

    @BeforeEach
    void makeShelf() {
        shelf = new Bookshelf(temporary.resolve("data"), random);
        shelf.steps(60);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    private void index() {
        try (TextView view = shelf.write()) {
            shelf.commit(view);
        }
    }

    private void assertOpensRight(String when) {
        try (TextView view = shelf.write()) {
            shelf.assertFoundBy(view, when);
            shelf.commit(view);
        }
        try (TextView view = shelf.write()) {
            shelf.assertFoundBy(view, when + ", opened once more");
        }
    }

    @Test
    void aViewFollowsEveryChange() {
        try (TextView view = shelf.write()) {
            for (int i = 0; i < 60; i++) {
                shelf.steps(1 + random.nextInt(4));
                if (random.nextInt(5) == 0) {
                    shelf.commit(view);
                }
                shelf.assertFoundBy(view, "round " + i);
            }
        }
        assertOpensRight("at the end");
    }

    @Test
    void aReaderBesideTheWriterSeesWhatItDoesAndChangesNothing() {
        try (TextView writer = shelf.write(); Catalog catalog = Catalog.openForReading(shelf.file)) {
            shelf.commit(writer);
            Map<String, String> before = FileHashes.of(shelf.indexes);
            try (TextView reader = TextView.openForReading(catalog, shelf.indexes)) {
                for (int i = 0; i < 10; i++) {
                    shelf.steps(3);
                    shelf.assertFoundBy(reader, "beside the writer, round " + i);
                }
            }
            assertThat(FileHashes.of(shelf.indexes)).isEqualTo(before);
        }
        try (Catalog catalog = Catalog.openForReading(shelf.file);
                TextView reader = TextView.openForReading(catalog, temporary.resolve("no index"))) {
            shelf.assertFoundBy(reader, "without an index");
        }
    }

    @Test
    void closingWithoutACommitLosesNothing() {
        index();
        try (TextView view = shelf.write()) {
            shelf.steps(20);
            view.follow();
        }
        assertOpensRight("after closing without a commit");
    }

    @Test
    void whatWasMissedIsReadAndNothingElse() {
        index();
        // A change that no revision tells of: who reads what it has missed does not see it.
        shelf.whileClosed(() -> RawCatalog.execute(shelf.file, "DROP TRIGGER text_tag_added",
                "INSERT INTO tag VALUES (999, 'silent', 'silent')",
                "INSERT INTO photo_tag SELECT MIN(photo_id), 999, 'confirmed', NULL, 1 FROM file"));
        try (TextView view = shelf.write()) {
            assertThat(shelf.find(view, "silent")).isEmpty();
        }
        shelf.whileClosed(() -> RawCatalog.execute(shelf.file, "UPDATE library SET epoch = epoch + 1"));
        try (TextView view = shelf.write()) {
            assertThat(shelf.find(view, "silent")).as("after the epoch has changed").hasSize(1);
        }
    }

    @Test
    void anIndexAheadOfItsCatalogIsNotUsed() {
        Path backup = temporary.resolve("backup.db");
        shelf.whileClosed(() -> copy(shelf.file, backup));
        Bookshelf.Memory then = shelf.remember();
        shelf.steps(40);
        index();
        shelf.whileClosed(() -> copy(backup, shelf.file));
        shelf.recall(then);
        assertOpensRight("with an older catalog");
    }

    @Test
    void aDamagedIndexComesBackFromTheCatalog() throws IOException {
        index();
        for (int i = 0; i < 12; i++) {
            List<Path> files = files();
            Path file = files.get(random.nextInt(files.size()));
            damage(file, i);
            try (Catalog catalog = Catalog.openForReading(shelf.file);
                    TextView reader = TextView.openForReading(catalog, shelf.indexes)) {
                shelf.assertFoundBy(reader, "read only, with damage to " + file.getFileName());
            }
            assertOpensRight("with damage to " + file.getFileName());
        }
        for (Path file : files()) {
            Files.delete(file);
        }
        assertOpensRight("without any file");
    }

    private void damage(Path file, int way) throws IOException {
        if (way % 3 == 0) {
            Files.delete(file);
            return;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            if (way % 3 == 1) {
                bytes.setLength(bytes.length() / 2);
            } else if (bytes.length() > 0) {
                long place = random.nextLong(bytes.length());
                bytes.seek(place);
                int there = bytes.read();
                bytes.seek(place);
                bytes.write(there ^ (1 << random.nextInt(8)));
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(shelf.indexes.resolve("photos"))) {
            return new ArrayList<>(files.filter(file -> !file.endsWith("write.lock")).sorted().toList());
        }
    }

    private static void copy(Path from, Path to) {
        try {
            for (String suffix : List.of("-wal", "-shm")) {
                Files.deleteIfExists(to.resolveSibling(to.getFileName() + suffix));
            }
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
