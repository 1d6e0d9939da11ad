package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.TakenPhoto;
import semblance.indexer.occasion.Occasion;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Labelled;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.WrittenExif;

import static org.assertj.core.api.Assertions.assertThat;

/// Photos of one occasion, from the files to the answer.
class OccasionInLibraryTest {
    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void make() throws IOException {
        library = new TestLibrary(temporary);
        library.write("DSC_1.jpg", Labelled.jpeg(DrawnPhoto.jpeg(1), new WrittenExif().taken("2024:05:04 10:00:00")));
        library.write("DSC_1.dng", DrawnPhoto.raw(2));
        library.write("IMG_20240504_101000.jpg", DrawnPhoto.jpeg(3));
        library.write("copied.jpg", DrawnPhoto.jpeg(4));
        library.write("DSC_2.jpg", Labelled.jpeg(DrawnPhoto.jpeg(5), new WrittenExif().taken("2024:05:04 22:00:00")));
        library.index();
    }

    private List<String> with(String name) {
        long id = Objects.requireNonNull(library.ids().get(name), name);
        return with(id);
    }

    private List<String> with(long id) {
        try (PhotoLibrary open = library.open()) {
            Occasion occasion = open.photos().occasion(id).orElseThrow();
            assertThat(occasion).isInstanceOf(Occasion.Known.class);
            return ((Occasion.Known) occasion).photos().stream().map(TakenPhoto::photoId)
                    .map(photo -> open.photos().path(photo).orElseThrow().getFileName().toString()).toList();
        }
    }

    @Test
    void aPhotoOfTwoFilesCountsOnceWhicheverIsAskedAbout() {
        assertThat(with("DSC_1.jpg")).containsExactly("DSC_1.jpg", "IMG_20240504_101000.jpg");
        assertThat(with("DSC_1.dng")).containsExactly("DSC_1.jpg", "IMG_20240504_101000.jpg");
        assertThat(with("DSC_2.jpg")).containsExactly("DSC_2.jpg");
    }

    @Test
    void whatIsDeletedIsGoneAndWhatIsAwayStays() throws IOException {
        long asked = Objects.requireNonNull(library.ids().get("DSC_1.jpg"));
        Path away = library.photos.resolveSibling("away");
        Files.move(library.photos, away);
        library.again();
        assertThat(with(asked)).containsExactly("DSC_1.jpg", "IMG_20240504_101000.jpg");

        Files.move(away, library.photos);
        Files.delete(library.photos.resolve("IMG_20240504_101000.jpg"));
        library.again();
        assertThat(with(asked)).containsExactly("DSC_1.jpg");
        try (PhotoLibrary open = library.open()) {
            assertThat(open.photos().occasion(12345)).isEmpty();
        }
    }

    @Test
    void aPhotoThatOnlyItsFileDatesSaysSo() {
        long copied = Objects.requireNonNull(library.ids().get("copied.jpg"));
        try (PhotoLibrary open = library.open()) {
            assertThat(open.photos().occasion(copied)).get().isInstanceOfSatisfying(Occasion.TimeUnknown.class,
                    unknown -> assertThat(unknown.read()).isTrue());
        }
    }
}
