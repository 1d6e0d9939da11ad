package semblance.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.ListedPhoto;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

class PhotosTest {
    private static final Instant NOON = Instant.parse("2020-06-01T12:00:00Z");

    @Test
    void allPhotosAreListedNewestFirstWhateverTheSizeOfThePages(@TempDir Path temporary) throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        add(library, "old.jpg", 1, NOON.minusSeconds(9));
        add(library, "new.jpg", 2, NOON);
        add(library, "a twin in time.jpg", 3, NOON.minusSeconds(5));
        add(library, "b twin in time.jpg", 4, NOON.minusSeconds(5));
        add(library, "c twin in time.jpg", 5, NOON.minusSeconds(5));
        library.write("broken.jpg", "\u00ff\u00d8\u00ff no picture".getBytes(StandardCharsets.ISO_8859_1));
        library.index();
        try (PhotoLibrary opened = library.open()) {
            for (int limit = 1; limit < 7; limit++) {
                List<String> names = names(opened, limit);
                assertThat(names).as("in pages of %d", limit).startsWith("new.jpg").endsWith("old.jpg").hasSize(5)
                        .doesNotHaveDuplicates();
            }
            assertThat(opened.photos().path(12345)).isEmpty();
        }
    }

    private static void add(TestLibrary library, String name, int number, Instant time) throws IOException {
        Files.setLastModifiedTime(library.write(name, DrawnPhoto.jpeg(number)), FileTime.from(time));
    }

    private static List<String> names(PhotoLibrary library, int limit) {
        List<String> names = new ArrayList<>();
        List<ListedPhoto> page = library.photos().newestFirst(ListedPhoto.START, limit);
        while (!page.isEmpty()) {
            assertThat(page.size()).isLessThanOrEqualTo(limit);
            for (ListedPhoto photo : page) {
                names.add(library.photos().path(photo.photoId()).orElseThrow().getFileName().toString());
            }
            page = library.photos().newestFirst(page.getLast(), limit);
        }
        return names;
    }
}
