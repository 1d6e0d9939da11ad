package semblance.indexer.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.testing.FileHashes;
import semblance.model.EmbeddingSpace;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Opening, transactions, the numbering of changes.
class CatalogTest {
    private static final EmbeddingSpace SPACE = new EmbeddingSpace("test-space", 2);

    @TempDir
    Path temporary;

    private final SingleThread writeThread = new SingleThread("test-write");
    private Path file;

    @BeforeEach
    void nameFile() {
        file = temporary.resolve("data").resolve("catalog.db");
    }

    @AfterEach
    void endThread() {
        writeThread.close();
    }

    private Catalog open() {
        return Catalog.openForWriting(file, writeThread);
    }

    @Test
    void aCatalogOfANewerProgramIsRefusedAndLeftAlone() throws IOException {
        open().close();
        RawCatalog.execute(file, "PRAGMA user_version = 99");
        Map<String, String> before = FileHashes.of(temporary);

        assertThatThrownBy(this::open).isInstanceOf(CatalogException.class).hasMessageContaining("newer Semblance")
                .hasMessageContaining("99").hasMessageContaining("--data");
        assertThatThrownBy(() -> Catalog.openForReading(file)).isInstanceOf(CatalogException.class)
                .hasMessageContaining("newer Semblance");
        assertThat(Files.readAllBytes(file)).isNotEmpty();
        assertThat(FileHashes.of(temporary).get("data/catalog.db")).isEqualTo(before.get("data/catalog.db"));
    }

    @Test
    void aFileThatIsNoDatabaseIsSaidToBeNone() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "Dear diary, ".repeat(1000), StandardCharsets.UTF_8);

        assertThatThrownBy(this::open).isInstanceOf(CatalogException.class).hasMessageContaining("is not a catalog")
                .hasMessageContaining("backup");
        assertThatThrownBy(() -> Catalog.openForReading(file)).isInstanceOf(CatalogException.class)
                .hasMessageContaining("is not a catalog");
        assertThat(Files.readString(file)).startsWith("Dear diary");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(temporary.resolve("data"), "in the way");

        assertThatThrownBy(this::open).isInstanceOf(CatalogException.class)
                .hasMessageContaining(temporary.resolve("data").toString()).hasMessageContaining("cannot be made");
    }

    @Test
    void whatAWriteThrowsRollsItBack() {
        try (Catalog catalog = open()) {
            add(catalog);
            long revision = revision(catalog);

            assertThatThrownBy(() -> catalog.write(session -> {
                long content = session.embeddings().addContent(content(7), "jpeg", 1, 1);
                session.photos().add(content);
                session.folders().add(Path.of("/photos"));
                throw new IllegalStateException("in the middle");
            })).isInstanceOf(IllegalStateException.class).hasMessage("in the middle");

            assertThat(revision(catalog)).isEqualTo(revision);
            assertThat(catalog.<List<Folder>>read(session -> session.folders().all())).isEmpty();
            assertThat(catalog.<Boolean>read(session -> session.embeddings().content(content(7)).isEmpty())).isTrue();
            assertThat(add(catalog)).as("the catalog can still be written").isPositive();
        }
    }

    @Test
    void aReadSeesOneMomentWhateverIsWrittenMeanwhile() {
        try (Catalog catalog = open()) {
            add(catalog);
            catalog.read(session -> {
                long before = session.log().revision();
                add(catalog);
                assertThat(session.log().revision()).isEqualTo(before);
                assertThat(revision(catalog)).isGreaterThan(before);
                return before;
            });
        }
    }

    @Test
    void aCatalogOpenedForReadingCannotBeWritten() {
        open().close();
        try (Catalog catalog = Catalog.openForReading(file)) {
            assertThatThrownBy(() -> catalog.write(session -> session.folders().add(Path.of("/photos"))))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> catalog.read(session -> session.folders().add(Path.of("/photos"))))
                    .isInstanceOf(CatalogException.class).hasMessageContaining("read-only");
        }
    }

    @Test
    void readingChangesNoFile() {
        try (Catalog catalog = open()) {
            add(catalog);
        }
        Map<String, String> before = FileHashes.of(temporary);
        try (Catalog catalog = Catalog.openForReading(file)) {
            assertThat(revision(catalog)).isPositive();
            assertThat(catalog.integrity(true)).isEqualTo("ok");
        }
        assertThat(FileHashes.of(temporary)).containsAllEntriesOf(before);
    }

    @Test
    void readersBesideAWriterWaitForNobodyAndLoseNothing() throws InterruptedException {
        int writes = 300;
        CountDownLatch done = new CountDownLatch(1);
        List<Long> seen = new ArrayList<>();
        try (Catalog catalog = open(); SingleThread reading = new SingleThread("test-read")) {
            reading.execute(() -> {
                try (Catalog other = Catalog.openForReading(file)) {
                    while (seen.isEmpty() || seen.getLast() < writes) {
                        seen.add(revision(other));
                    }
                } finally {
                    done.countDown();
                }
            });
            for (int i = 0; i < writes / 2; i++) {
                add(catalog);
            }
            done.await();
        }
        assertThat(seen).isSorted().endsWith((long) writes);
    }

    @Test
    void theRevisionOnlyGrowsAndNoNumberIsGivenTwice() {
        Random random = Seed.next("CatalogTest").random();
        List<Long> photos = new ArrayList<>();
        try (Catalog catalog = open()) {
            long before = 0;
            for (int i = 0; i < 200; i++) {
                if (!photos.isEmpty() && random.nextInt(3) == 0) {
                    long photo = photos.remove(random.nextInt(photos.size()));
                    catalog.write(session -> {
                        session.photos().delete(photo);
                        return photo;
                    });
                } else {
                    long photo = add(catalog);
                    assertThat(photos).doesNotContain(photo);
                    photos.add(photo);
                }
                assertThat(revision(catalog)).isGreaterThan(before);
                before = revision(catalog);
            }
            List<Long> changed = new ArrayList<>();
            catalog.read(session -> {
                long space = session.embeddings().knownSpace(SPACE).orElseThrow();
                session.embeddings().changesSince(0, space, change -> changed.add(change.photoId()));
                return space;
            });
            assertThat(changed).doesNotHaveDuplicates().containsAll(photos);
        }
    }

    @Test
    void tombstonesStayUntilTheSlowestViewHasPassedThem() {
        try (Catalog catalog = open()) {
            long photo = add(catalog);
            catalog.write(session -> {
                session.photos().delete(photo);
                return photo;
            });
            long deleted = revision(catalog);
            reached(catalog, "slow", deleted - 1);
            reached(catalog, "fast", deleted);
            assertThat(changesSince(catalog, 0)).contains(photo);
            assertThat(catalog.<Long>read(session -> session.log().purged())).isZero();

            reached(catalog, "slow", deleted);
            assertThat(changesSince(catalog, 0)).doesNotContain(photo);
            assertThat(catalog.<Long>read(session -> session.log().purged())).isEqualTo(deleted);
        }
    }

    @Test
    void copiesShareOneContentAndOneEmbedding() {
        try (Catalog catalog = open()) {
            long content = catalog.write(session -> {
                long first = session.embeddings().addContent(content(5), "jpeg", 1, 1);
                assertThat(session.embeddings().addContent(content(5), "jpeg", 1, 1)).isEqualTo(first);
                return first;
            });
            long one = catalog.write(session -> session.photos().add(content));
            long two = catalog.write(session -> session.photos().add(content));
            long before = revision(catalog);
            catalog.write(session -> {
                long space = session.embeddings().spaceId(SPACE);
                session.embeddings().put(content, space, List.of(new Part(0, 0, new float[]{0, 1})));
                return space;
            });
            assertThat(changesSince(catalog, before)).as("both photos changed").containsExactlyInAnyOrder(one, two);
        }
    }

    private static void reached(Catalog catalog, String view, long revision) {
        catalog.write(session -> {
            session.log().reached(view, revision);
            return revision;
        });
    }

    private static List<Long> changesSince(Catalog catalog, long revision) {
        List<Long> changed = new ArrayList<>();
        catalog.read(session -> {
            session.embeddings().changesSince(revision, 1, change -> changed.add(change.photoId()));
            return changed;
        });
        return changed;
    }

    private static long revision(Catalog catalog) {
        return catalog.read(session -> session.log().revision());
    }

    private static Fingerprint content(int number) {
        return Fingerprint.of(new byte[]{(byte) number, (byte) (number >> 8)});
    }

    /// Adds a photo in two changes: its content's embedding is put twice.
    private static long add(Catalog catalog) {
        return catalog.write(session -> {
            long space = session.embeddings().spaceId(SPACE);
            int number = Math.toIntExact(session.log().revision());
            long content = session.embeddings().addContent(content(number), "jpeg", 1, 1);
            long photo = session.photos().add(content);
            session.embeddings().put(content, space, List.of(new Part(0, 0, new float[]{1, 0})));
            return photo;
        });
    }
}
