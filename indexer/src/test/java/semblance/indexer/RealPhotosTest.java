package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Failure;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Indexing of the photos beside the checkout.
@PhotosTest
class RealPhotosTest {
    @TempDir
    Path temporary;

    @Test
    @SuppressWarnings("SystemOut") // the figures are the record
    void aSecondRunOverAThousandPhotosEncodesNothing() {
        TestLibrary library = new TestLibrary(temporary);
        Path photos = SharedFolder.require().resolve("photos/flickr8k-test");
        IndexingReport first;
        try (PhotoLibrary open = library.open()) {
            first = TestLibrary.index(open, photos);
        }
        library.encoder.runs.set(0);
        IndexingReport second;
        try (PhotoLibrary open = library.open()) {
            second = TestLibrary.index(open, photos);
        }
        System.out.printf("1,000 photos: first run %d ms, second run %d ms, session runs in the second: %d%n",
                first.elapsed().toMillis(), second.elapsed().toMillis(), library.encoder.runs.get());
        assertThat(first.encoded()).isEqualTo(1000);
        assertThat(second.encoded()).isZero();
        assertThat(library.encoder.runs).hasValue(0);
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    @SuppressWarnings("SystemOut") // the table is the record
    void everyOddFileIsIndexedSkippedOrFailedWithAReason() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        Path odd = SharedFolder.require().resolve("odd");
        IndexingReport report;
        try (PhotoLibrary open = library.open()) {
            report = TestLibrary.index(open, odd);
            Map<Failure.Kind, Long> kinds = open.indexing().failures().stream()
                    .collect(Collectors.groupingBy(Failure::kind, Collectors.counting()));
            System.out.println("odd files: " + report.counts() + ", failures " + kinds);
            assertThat(open.indexing().failures())
                    .hasSize(Math.toIntExact(report.counts().failed() + report.counts().partial()))
                    .allSatisfy(failure -> assertThat(failure.message()).isNotBlank().endsWith("."));
        }
        long files;
        try (Stream<Path> all = Files.walk(odd)) {
            files = all.filter(Files::isRegularFile).count();
        }
        assertThat(report.counts().photos() + report.counts().skipped()).isEqualTo(files);
        assertThat(report.counts().pending()).isZero();
        assertThat(library.complaints()).isEmpty();
    }
}
