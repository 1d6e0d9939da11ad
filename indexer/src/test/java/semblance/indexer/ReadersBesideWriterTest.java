package semblance.indexer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One process writes a library, others search it meanwhile.
class ReadersBesideWriterTest {
    @TempDir
    Path temporary;

    @Test
    void aSearchWhileIndexingSeesWhatIsRecordedAndNeverHalfOfIt() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        int files = 120;
        for (int i = 0; i < files; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        long before = 0;
        int looks = 0;
        try (PhotoLibrary writing = library.open()) {
            IndexingRun run = writing.indexing().start(List.of(writing.folders().add(library.photos)));
            while (!run.result().isDone()) {
                SearchResult inside = writing.search().byText("coloured shapes",
                        new SearchOptions(200, Strictness.LOOSE));
                try (PhotoLibrary beside = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
                    SearchResult found = beside.search().byText("coloured shapes",
                            new SearchOptions(200, Strictness.LOOSE));
                    assertThat(found.searched()).isGreaterThanOrEqualTo(before);
                    assertThat(found.hits()).extracting(hit -> hit.path()).doesNotHaveDuplicates();
                    assertThat(beside.health(false))
                            .allSatisfy(check -> assertThat(check.ok()).as(check.detail()).isTrue());
                    before = found.searched();
                }
                assertThat(inside.searched()).isLessThanOrEqualTo(files);
                looks++;
            }
            assertThat(run.result()).succeedsWithin(Duration.ofMinutes(1));
            assertThat(writing.search().byText("coloured shapes", new SearchOptions(200, Strictness.LOOSE)).hits())
                    .hasSize(files);
        }
        assertThat(looks).isPositive();
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    void aSecondWriterIsToldSo() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        try (PhotoLibrary writing = library.open()) {
            TestLibrary.index(writing, library.photos);
            assertThatThrownBy(library::open).isInstanceOf(CatalogException.class)
                    .hasMessageContaining("Another Semblance");
        }
        library.open().close();
    }

    @Test
    void aLibraryThatIsNotThereIsSaidToBeNone() {
        TestLibrary library = new TestLibrary(temporary);
        assertThatThrownBy(() -> PhotoLibrary.openReadOnly(library.location, library.encoder))
                .isInstanceOf(CatalogException.class).hasMessageContaining("Index a folder first");
    }

    @Test
    void closingWhileIndexingKeepsWhatIsDoneAndGoesOnLater() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        for (int i = 0; i < 150; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        IndexingRun run;
        try (PhotoLibrary writing = library.open()) {
            run = writing.indexing().start(List.of(writing.folders().add(library.photos)));
            while (run.progress().encoded() < 10) {
                Thread.onSpinWait();
            }
        }
        assertThat(run.result()).isDone();
        long encoded = run.progress().encoded();
        assertThat(library.complaints()).isEmpty();
        assertThat(encoded).isLessThan(150);

        long rest = library.index().encoded();
        assertThat(encoded + rest).as("nothing is encoded twice but what was under way").isBetween(150L, 150L + 80);
        assertThat(library.ids()).hasSize(150);
    }
}
