package semblance.indexer.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.testing.SetClock;

import static org.assertj.core.api.Assertions.assertThat;

/// Catalogs of older programs, opened by this one.
class MigrationTest {
    @TempDir
    Path directory;

    @Test
    void aCatalogWithoutTagsKeepsItsPhotosAndGetsTags() throws SQLException, IOException {
        Path file = directory.resolve("catalog.db");
        catalogOfSchema1(file);

        try (SingleThread writing = new SingleThread("write");
                Catalog catalog = Catalog.openForWriting(file, writing)) {
            catalog.writeDurably(session -> session.tags().decide(1, TagName.of("granny"), TagState.CONFIRMED));

            Map<Long, Path> paths = catalog.read(session -> session.photos().paths(List.of(1L)));
            List<PhotoTag> tags = catalog.read(session -> session.tags().ofPhoto(1));
            assertThat(paths).containsEntry(1L, Path.of("/photos/a.jpg"));
            assertThat(tags).extracting(PhotoTag::tag).containsExactly("granny");
            assertThat(catalog.integrity(true)).isEqualTo("ok");
        }
    }

    @Test
    void filesGetTheContentOfTheirPhotosAndAreLookedThroughForPairs() throws SQLException, IOException {
        Path file = directory.resolve("catalog.db");
        catalogOfSchema1(file);
        RawCatalog.execute(file, "INSERT INTO content VALUES (7, x'ab', 10, 'jpeg', 1, 1)",
                "UPDATE photo SET content_id = 7 WHERE id = 1",
                "INSERT INTO file VALUES (2, 1, 'b', 'a.txt', 'a.txt', 10, 0, '', 'skipped', NULL, NULL, 0)");

        try (SingleThread writing = new SingleThread("write");
                Catalog catalog = Catalog.openForWriting(file, writing)) {
            catalog.write(session -> {
                session.missing().clear();
                return true;
            });
            Optional<Long> content = catalog.read(session -> session.photoFiles().contentOf(1));
            assertThat(content).contains(7L);
            List<PhotoFiles.Place> marked = catalog.read(session -> session.photoFiles().marked());
            assertThat(marked).containsExactly(new PhotoFiles.Place(1, ""));
            List<Sibling> siblings = catalog
                    .write(session -> session.photoFiles().siblings(new PhotoFiles.Place(1, "")));
            assertThat(siblings).extracting(Sibling::role).containsExactly(FileRole.DEVELOPED);
        }
    }

    /// Older programs kept the embeddings of photos that were deleted for ever.
    @Test
    void contentsThatNoPhotoHasAreForgottenInTime() throws SQLException, IOException {
        Path file = directory.resolve("catalog.db");
        catalogOfSchema1(file);
        RawCatalog.execute(file,
                "INSERT INTO content VALUES (7, x'ab', 10, 'jpeg', 1, 1), (8, x'cd', 10, 'jpeg', 1, 1)",
                "UPDATE photo SET content_id = 8 WHERE id = 1", "INSERT INTO space VALUES (1, 's', 1)",
                "INSERT INTO embedding VALUES (7, 1, 0, 0, x'0000803f'), (8, 1, 0, 0, x'0000803f')");
        SetClock clock = new SetClock(Instant.now());

        try (SingleThread writing = new SingleThread("write");
                Catalog catalog = Catalog.openForWriting(file, writing, clock)) {
            assertThat(forgotten(catalog)).as("kept for as long as if it had left now").isEmpty();
            clock.pass(DepartureTable.KEPT.plusMinutes(1));
            assertThat(forgotten(catalog)).containsExactly("ab");
            assertThat(catalog.integrity(true)).isEqualTo("ok");
        }
    }

    private static List<String> forgotten(Catalog catalog) {
        return catalog.write(session -> session.departures().forget(100)).fingerprints();
    }

    @Test
    void theOldCatalogIsLaidBesideTheNewOne() throws SQLException, IOException {
        Path file = directory.resolve("catalog.db");
        catalogOfSchema1(file);

        try (SingleThread writing = new SingleThread("write");
                Catalog catalog = Catalog.openForWriting(file, writing)) {
            assertThat(catalog.file()).isEqualTo(file);
        }

        Path backup = directory.resolve("catalog.db.schema-1.backup");
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + backup);
                Statement statement = old.createStatement()) {
            assertThat(number(statement, "PRAGMA user_version")).isEqualTo(1);
            assertThat(number(statement, "SELECT COUNT(*) FROM photo")).isEqualTo(1);
        }
    }

    @Test
    void aNewCatalogHasNothingToBackUp() throws IOException {
        try (SingleThread writing = new SingleThread("write");
                Catalog catalog = Catalog.openForWriting(directory.resolve("catalog.db"), writing)) {
            assertThat(catalog.integrity(true)).isEqualTo("ok");
        }

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".backup"));
        }
    }

    private static void catalogOfSchema1(Path file) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                InputStream script = Objects
                        .requireNonNull(Catalog.class.getResourceAsStream("001-initial.sql"), "the first migration")) {
            statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
            statement.executeUpdate("INSERT INTO library VALUES (1, 'a catalog', 1, 1, 0, 0)");
            statement.executeUpdate("INSERT INTO folder VALUES (1, '/photos', '', 'online', 0, 0)");
            statement.executeUpdate("INSERT INTO photo VALUES (1, NULL, 0, 1)");
            statement.executeUpdate(
                    "INSERT INTO file VALUES (1, 1, '', 'a.jpg', 'a.jpg', 10, 0, '', 'indexed', NULL, 1, 0)");
            statement.executeUpdate("PRAGMA user_version = 1");
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
