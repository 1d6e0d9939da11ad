package semblance.indexer.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.crash.PoisonedProcess.End;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// A file that ends the process, which no exception tells: it may do so twice, and keeps no other out of the library.
class CrashingFileTest {
    private static final int OTHERS = 12;
    private static final String POISON = "poison.jpg";

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void poisonAFolder() throws IOException {
        library = new TestLibrary(temporary);
        for (int i = 0; i < OTHERS; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        Path poison = library.write(POISON, DrawnPhoto.jpeg(99));
        Files.setLastModifiedTime(poison, FileTime.from(Instant.now().minusSeconds(60))); // the newest comes first
    }

    private int run(End end) throws IOException, InterruptedException {
        return PoisonedProcess.run(library.location, library.photos, POISON, end, temporary.resolve("process.log"));
    }

    private LibraryCounts counts() {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            return open.indexing().counts();
        }
    }

    private List<Failure> failures() {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            return open.indexing().failures();
        }
    }

    @Test
    void aFileThatEndsTheProcessTwiceIsPassedOverUntilItIsTriedAgain() throws IOException, InterruptedException {
        assertThat(run(End.NATIVE_FAULT)).as(log()).isNotZero();
        assertThat(temporary.resolve("crash.txt")).as("what Java leaves after a native fault").exists();
        assertThat(failures()).as("once may be chance").isEmpty();

        assertThat(run(End.HALT)).as(log()).isEqualTo(9);
        assertThat(counts().indexed()).as("the suspect came last").isEqualTo(OTHERS);

        assertThat(run(End.HALT)).as(log()).isZero();
        assertThat(failures()).singleElement().satisfies(failure -> {
            assertThat(failure.path()).isEqualTo(library.photos.resolve(POISON));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.CRASHED);
            assertThat(failure.attempts()).isEqualTo(2);
            assertThat(failure.message()).startsWith("The program ended while it decoded this file");
        });
        assertThat(suspects()).as("the others are cleared").hasSize(1);
        assertThat(library.complaints()).isEmpty();

        try (PhotoLibrary open = library.open()) {
            assertThat(open.indexing().retryFailures()).isEqualTo(1);
            TestLibrary.index(open, library.photos);
        }
        assertThat(counts().indexed()).isEqualTo(OTHERS + 1);
        assertThat(suspects()).isEmpty();
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    void triedAgainItMayEndTheProcessOnceMore() throws IOException, InterruptedException {
        for (int i = 0; i < 2; i++) {
            assertThat(run(End.HALT)).as(log()).isEqualTo(9);
        }
        assertThat(run(End.HALT)).as(log()).isZero();
        try (PhotoLibrary open = library.open()) {
            assertThat(open.indexing().retryFailures()).isEqualTo(1);
        }

        assertThat(run(End.HALT)).as(log()).isEqualTo(9);

        assertThat(run(End.HALT)).as(log()).isZero();
        assertThat(failures()).singleElement().extracting(Failure::attempts).isEqualTo(3);
    }

    private List<Long> suspects() {
        try (Catalog catalog = Catalog.openForReading(library.location.catalog())) {
            return catalog.read(session -> session.crashes().all());
        }
    }

    private String log() throws IOException {
        Path log = temporary.resolve("process.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }
}
