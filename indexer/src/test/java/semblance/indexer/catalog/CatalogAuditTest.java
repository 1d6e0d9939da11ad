package semblance.indexer.catalog;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.concurrent.SingleThread;
import semblance.model.EmbeddingSpace;

import static org.assertj.core.api.Assertions.assertThat;

/// The audit finds what is planted, and nothing in a catalog that is well.
class CatalogAuditTest {
    private static final EmbeddingSpace SPACE = new EmbeddingSpace("test-space", 2);

    @TempDir
    Path temporary;

    private final SingleThread writeThread = new SingleThread("test-write");
    private Path file;

    /// Two indexed photos (files and photos 1 and 2), a failure (file 3) and a file that is no picture (4).
    @BeforeEach
    void fill() {
        file = temporary.resolve("catalog.db");
        try (Catalog catalog = Catalog.openForWriting(file, writeThread)) {
            catalog.write(session -> {
                FileStat stat = new FileStat(1, 1, "");
                long folder = session.folders().add(Path.of("/photos")).id();
                for (int i = 1; i <= 4; i++) {
                    session.files().addPending(folder, "", i + ".jpg", stat, i);
                }
                for (int i = 1; i <= 2; i++) {
                    long content = session.embeddings().addContent(Fingerprint.of(new byte[]{(byte) i}), "jpeg", 1, 1);
                    session.embeddings().put(content, session.embeddings().spaceId(SPACE),
                            List.of(new Part(0, 0, new float[]{0.6f, 0.8f})));
                    session.files().indexed(i, content, stat);
                    session.photoFiles().assign(i, session.photos().add(content));
                }
                session.failures().note(3, Failure.Kind.DAMAGED, "damaged", false);
                session.files().failed(3, "", stat, 1);
                session.files().skipped(4, stat, 1);
                return folder;
            });
        }
    }

    @AfterEach
    void endThread() {
        writeThread.close();
    }

    private List<String> contradictions(boolean full) {
        try (Catalog catalog = Catalog.openForReading(file)) {
            return catalog.read(session -> session.audit().contradictions(SPACE, full));
        }
    }

    @Test
    void aCatalogThatIsWellHasNone() {
        assertThat(contradictions(true)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                                            photos have no file                    | UPDATE file SET photo_id = NULL, content_id = NULL, state = 'skipped' WHERE id = 1
                                            not one file that stands for them      | UPDATE file SET photo_id = 2 WHERE id = 1
                                            not one file that stands for them      | UPDATE file SET companion = 1 WHERE id = 1
                                            another content than their file        | UPDATE file SET content_id = 2 WHERE id = 1
                                            files are parts of no photo            | UPDATE file SET photo_id = NULL WHERE id = 1
                                            indexed files have no photo            | UPDATE photo SET content_id = NULL WHERE id = 1
                                            failed files have no failure           | DELETE FROM failure
                                            photos are remembered as gone          | INSERT INTO departed VALUES (1, 1, 1, '', '1.jpg', 0)
                                            photos are deleted and present         | INSERT INTO tombstone VALUES (1, 2)
                                            numbered beyond the latest revision    | UPDATE photo SET vector_revision = 1000 WHERE id = 1
                                            indexed files have no embedding        | DELETE FROM embedding WHERE content_id = 1
                                            embeddings have the wrong size         | UPDATE embedding SET vector = x'0000803f' WHERE content_id = 1
                                            embeddings are not of length 1         | UPDATE embedding SET vector = x'0000803f0000803f' WHERE content_id = 1
                                            embeddings are not of length 1         | UPDATE embedding SET vector = x'0000c07f0000c07f' WHERE content_id = 1
                                            """)
    void aPlantedContradictionIsFound(String said, String planted) {
        RawCatalog.execute(file, planted);
        assertThat(contradictions(true)).anySatisfy(found -> assertThat(found).startsWith("1 ").contains(said));
    }

    @Test
    void vectorsAreReadOnlyInAFullAudit() {
        RawCatalog.execute(file, "UPDATE embedding SET vector = x'0000803f0000803f' WHERE content_id = 1");
        assertThat(contradictions(false)).isEmpty();
    }

    @Test
    void aRowWithoutItsParentIsFound() {
        RawCatalog.execute(file, "DELETE FROM folder");
        try (Catalog catalog = Catalog.openForReading(file)) {
            assertThat(catalog.integrity(false)).contains("file lacks its parent");
        }
    }
}
