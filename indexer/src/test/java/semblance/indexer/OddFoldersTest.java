package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Folder;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// Names, links and folders as file systems have them and people make them.
class OddFoldersTest {
    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void makeLibrary() {
        library = new TestLibrary(temporary);
    }

    @AfterEach
    void theLibraryIsWhole() {
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void anyNameThatIsTextIsANameOfAPhoto() throws IOException {
        library.write("line\nbreak.jpg", DrawnPhoto.jpeg(1));
        library.write(" \ttab and blank /\u202e back.jpg", DrawnPhoto.jpeg(2));
        library.write("\\%_'\";--.jpg", DrawnPhoto.jpeg(3));
        library.write("🏖/😀.jpg", DrawnPhoto.jpeg(4));
        assertThat(library.index().counts().indexed()).isEqualTo(4);
        assertThat(library.index().encoded()).isZero();
        assertThat(library.ids()).hasSize(4);
    }

    /// As when photos come from a Mac, or go to one.
    @Test
    void aNameWrittenWithSeparateAccentsIsTheSamePhoto() throws IOException {
        String name = Normalizer.normalize("Zürich é.jpg", Normalizer.Form.NFC);
        library.write(name, DrawnPhoto.jpeg(1));
        library.index();
        Map<String, Long> before = library.ids();
        Files.move(library.photos.resolve(name),
                library.photos.resolve(Normalizer.normalize(name, Normalizer.Form.NFD)));

        IndexingReport report = library.index();

        assertThat(report.encoded()).isZero();
        assertThat(report.deleted()).isZero();
        assertThat(report.counts().photos()).isEqualTo(1);
        assertThat(library.ids().values()).containsExactlyElementsOf(before.values()).hasSize(1);
    }

    @Test
    void aHardLinkIsACopyThatCostsNothingAndOutlivesTheOtherName() throws IOException {
        Path first = library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        Map<String, Long> before = library.ids();
        Files.createLink(library.photos.resolve("b.jpg"), first);
        IndexingReport linked = library.index();
        assertThat(linked.counts().photos()).isEqualTo(2);
        assertThat(linked.encoded()).isZero();
        Map<String, Long> both = library.ids();
        assertThat(both).containsAllEntriesOf(before);

        Files.delete(first);
        assertThat(library.index().deleted()).isEqualTo(1);
        assertThat(library.ids()).isEqualTo(Map.of("b.jpg", both.getOrDefault("b.jpg", 0L)));
    }

    @Test
    void aLinkToAFolderIsTheFolder() throws IOException {
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        Path link = Files.createSymbolicLink(temporary.toRealPath().resolve("link"), library.photos);
        try (PhotoLibrary open = library.open()) {
            Folder folder = open.folders().add(library.photos);
            assertThat(open.folders().add(link)).isEqualTo(folder);
            assertThat(open.folders().all()).hasSize(1);
        }
        library.index();
    }

    @Test
    void aFolderWithinAFolderIsPartOfIt() throws IOException {
        library.write("trips/a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        try (PhotoLibrary open = library.open()) {
            assertThat(open.folders().add(library.photos.resolve("trips")).path()).isEqualTo(library.photos);
            assertThat(open.folders().all()).hasSize(1);
        }
    }

    @Test
    void aFolderAroundAFolderLeavesItsPhotosToIt() throws IOException {
        library.write("trips/a.jpg", DrawnPhoto.jpeg(1));
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, library.photos.resolve("trips"));
            Map<String, Long> before = library.ids();
            IndexingReport report = TestLibrary.index(open, library.photos);
            assertThat(report.counts().photos()).isEqualTo(2);
            assertThat(report.encoded()).isEqualTo(1);
            assertThat(open.folders().all()).hasSize(2);
            Map<String, Long> after = library.ids();
            assertThat(after).containsAllEntriesOf(before).hasSize(2);

            // From the outer folder into the inner one, and with all folders walked.
            Files.move(library.photos.resolve("b.jpg"), library.photos.resolve("trips/b.jpg"));
            assertThat(TestLibrary.await(open, open.folders().all()).moved()).isEqualTo(1);
            assertThat(library.ids()).containsEntry("trips/b.jpg", after.getOrDefault("b.jpg", 0L));
        }
    }

    /// The kernel refuses paths of more than 4,096 bytes to everyone, root too.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatCannotBeListedWholeLosesNothing() throws IOException, InterruptedException {
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.write("b.jpg", DrawnPhoto.jpeg(2));
        library.index();
        Files.delete(library.photos.resolve("a.jpg"));
        String name = "d".repeat(200);
        String script = "i=0; while [ $i -lt 25 ]; do mkdir " + name + " && cd " + name
                + " || exit 1; i=$((i+1)); done";
        try {
            assertThat(new ProcessBuilder("bash", "-c", script).directory(library.photos.toFile()).start().waitFor())
                    .isZero();
            IndexingReport report = library.index();
            assertThat(report.partial()).containsExactly(library.photos);
            assertThat(report.deleted()).isZero();
        } finally {
            new ProcessBuilder("rm", "-rf", name).directory(library.photos.toFile()).start().waitFor();
        }
        assertThat(library.index().deleted()).isEqualTo(1);
    }

    @Test
    void aDirectoryInPlaceOfAFileAndBackAgain() throws IOException {
        Path path = library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        Files.delete(path);
        library.write("a.jpg/b.jpg", DrawnPhoto.jpeg(2));
        assertThat(library.index().counts().photos()).isEqualTo(1);
        assertThat(library.ids()).containsOnlyKeys("a.jpg/b.jpg");
        Files.delete(path.resolve("b.jpg"));
        Files.delete(path);
        library.write("a.jpg", DrawnPhoto.jpeg(3));
        assertThat(library.index().counts().photos()).isEqualTo(1);
        assertThat(library.ids()).containsOnlyKeys("a.jpg");
    }
}
