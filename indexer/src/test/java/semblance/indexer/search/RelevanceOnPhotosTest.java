package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.testing.TestLibrary;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Where the cut falls on captioned photos.
@PhotosTest
class RelevanceOnPhotosTest {
    private static final int EVERY = 10;

    @TempDir
    Path temporary;

    @Test
    @SuppressWarnings("SystemOut") // the figures are the record
    void eachLevelLetsThroughItsShareOfTheRightPhotosAndOfTheLibrary() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        Path photos = SharedFolder.require().resolve("photos/flickr8k-test");
        List<String> lines = Files.readAllLines(SharedFolder.require().resolve("photos/flickr8k-test.tsv"));
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, photos);
            Figures loose = measure(open.search(), lines, Strictness.LOOSE);
            Figures normal = measure(open.search(), lines, Strictness.NORMAL);
            Figures strict = measure(open.search(), lines, Strictness.STRICT);

            assertThat(loose.ownPhotoPasses()).isGreaterThan(0.70);
            assertThat(normal.ownPhotoPasses()).isGreaterThan(0.53);
            assertThat(strict.ownPhotoPasses()).isGreaterThan(0.30);
            assertThat(loose.shown()).isLessThan(75);
            assertThat(normal.shown()).isLessThan(30);
            assertThat(strict.shown()).isLessThan(10);
        }
    }

    /// How a level does.
    ///
    /// @param ownPhotoPasses share of captions
    /// @param shown          photos that pass, on average
    private record Figures(double ownPhotoPasses, double shown) {
    }

    @SuppressWarnings("SystemOut")
    private static Figures measure(PhotoSearch search, List<String> lines, Strictness strictness) {
        int passed = 0;
        int shown = 0;
        int captions = 0;
        for (int i = 0; i < lines.size(); i += EVERY) {
            String[] line = lines.get(i).split("\t", 2);
            List<Hit> relevant = search.byText(line[1], new SearchOptions(1000, strictness)).hits().stream()
                    .filter(Hit::relevant).toList();
            captions++;
            shown += relevant.size();
            if (relevant.stream().anyMatch(hit -> hit.path().endsWith(line[0]))) {
                passed++;
            }
        }
        Figures figures = new Figures((double) passed / captions, (double) shown / captions);
        System.out.printf(Locale.ROOT, "%s: own photo passes for %.2f of %d captions, %.0f photos shown%n", strictness,
                figures.ownPhotoPasses(), captions, figures.shown());
        return figures;
    }
}
