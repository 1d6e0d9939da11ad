package semblance.indexer;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Failure;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.TinyPhotos;

import static org.assertj.core.api.Assertions.assertThat;

/// HEIC and AVIF photos in a library: what is decoded elsewhere is indexed and found like any other.
class HeicLibraryTest {
    private final Set<Long> before = processes();

    @TempDir
    Path temporary;

    @AfterEach
    void noWorkerIsLeft() {
        assertThat(processes()).isSubsetOf(before);
    }

    private static Set<Long> processes() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    @Test
    void heicAndAvifAreIndexedFoundAndShown() throws Exception {
        TestLibrary library = new TestLibrary(temporary);
        Path heic = library.write("phone.heic", TinyPhotos.HEIC);
        library.write("named wrongly.jpg", TinyPhotos.AVIF);
        Path damaged = library.write("damaged.heic", Arrays.copyOf(TinyPhotos.HEIC, 400));
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, library.photos);
            assertThat(open.indexing().counts().indexed()).isEqualTo(2);
            assertThat(open.indexing().failures()).singleElement()
                    .returns(damaged, Failure::path).returns(Failure.Kind.DAMAGED, Failure::kind);
            assertThat(open.thumbnails().ofFile(heic)).startsWith((byte) 0xff, (byte) 0xd8);
            SearchResult likes = open.search().similarTo(heic, new SearchOptions(5, Strictness.LOOSE));
            assertThat(likes.hits()).as("the same picture as AVIF").isNotEmpty();
        }
        assertThat(library.complaints()).isEmpty();
    }
}
