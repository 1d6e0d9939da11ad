package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.RawCatalog;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Interference;
import semblance.indexer.testing.SetClock;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/// Files, locks and clocks that are not as they should be: what is told, and that nothing is lost.
class FaultsTest {
    private static final SearchOptions OPTIONS = new SearchOptions(10, Strictness.LOOSE);

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void indexTwoPhotos() throws IOException {
        library = new TestLibrary(temporary);
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPhotoThatMayNotBeReadIsAPassingFailure() throws IOException {
        Path file = library.write("c.jpg", DrawnPhoto.jpeg(3));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");

        assertThat(library.index().counts().failed()).isEqualTo(1);
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            assertThat(open.indexing().failures()).singleElement().satisfies(failure -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.UNREADABLE);
                assertThat(failure.passing()).isTrue();
                assertThat(failure.message())
                        .isEqualTo("It cannot be read: access is denied. Check its permissions and its drive.");
            });
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(library.index().counts().indexed()).isEqualTo(3);
    }

    /// Another program, a viewer of databases for instance, may hold SQLite's lock.
    @Test
    void aCatalogLockedByAnotherProgramBreaksTheRunAndNothingElse() throws IOException {
        library.write("c.jpg", DrawnPhoto.jpeg(3));
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, StageObserver.NONE)) {
            var folders = open.folders().all();
            try (AutoCloseable lock = RawCatalog.lock(library.location.catalog())) {
                assertThat(lock).isNotNull();
                assertThatThrownBy(() -> TestLibrary.await(open, folders)).isInstanceOf(CatalogException.class)
                        .hasMessageStartingWith("The catalog is in use by another program. Close it and try again.");
                assertThat(open.search().byText("a photo", OPTIONS).hits()).as("searches go on").hasSize(2);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            assertThat(TestLibrary.await(open, folders).counts().indexed()).isEqualTo(3);
        }
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    void aDataDirectoryThatIsAFileIsToldWithoutRepeatingItsPath() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        LibraryLocation location = new LibraryLocation(file, temporary.resolve("cache"));

        assertThatThrownBy(() -> PhotoLibrary.open(location, library.encoder, StageObserver.NONE))
                .isInstanceOf(CatalogException.class).hasMessage("The data directory " + file + " cannot be written ("
                        + file + " is a file). Check its permissions, or name another one with --data.");
    }

    @Test
    void aTimeInTheFutureIsATimeLikeAnother() throws IOException {
        Path file = library.write("c.jpg", DrawnPhoto.jpeg(3));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(4000))));
        assertThat(library.index().counts().indexed()).isEqualTo(3);

        assertReadsNothing(Clock.systemUTC());
    }

    @Test
    void aClockThatGoesBackwardsLeavesNothingUndone() throws IOException {
        SetClock clock = new SetClock(Instant.now());
        clock.pass(Duration.ofDays(-9000));
        library.write("c.jpg", DrawnPhoto.jpeg(3));
        Files.delete(library.photos.resolve("a.jpg"));
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, StageObserver.NONE, clock)) {
            IndexingReport report = TestLibrary.await(open, open.folders().all());
            assertThat(report.counts().indexed()).isEqualTo(2);
            assertThat(report.deleted()).isEqualTo(1);
            assertThat(open.search().byText("a photo", OPTIONS).hits()).hasSize(2);
        }

        assertReadsNothing(clock);
    }

    private void assertReadsNothing(Clock clock) {
        Interference watch = new Interference().onEntering(Stage.READ, () -> {
            throw new AssertionError("a file is read again");
        });
        try (PhotoLibrary open = PhotoLibrary.open(library.location, library.encoder, watch, clock)) {
            assertThat(TestLibrary.await(open, open.folders().all()).encoded()).isZero();
        }
    }

    @Test
    void aFileOfAnySizeIsNotReadIntoMemoryToFindItsLikes() throws IOException {
        Path huge = temporary.resolve("huge.jpg");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(3L << 30);
        }
        try (PhotoLibrary open = library.open()) {
            assertThatThrownBy(() -> open.search().similarTo(huge, OPTIONS)).isInstanceOf(DecodeException.class)
                    .hasMessageContaining("3072 MiB");
        }
    }
}
