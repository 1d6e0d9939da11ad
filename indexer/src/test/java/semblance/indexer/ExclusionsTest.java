package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.catalog.Folder;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.scan.Exclusion;
import semblance.indexer.scan.Exclusion.Rule;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What is excluded is not in the library, and the library can say why.
class ExclusionsTest {
    @TempDir
    Path temporary;

    private TestLibrary library;
    private int pictures;

    @BeforeEach
    void makeLibrary() {
        library = new TestLibrary(temporary);
    }

    @AfterEach
    void theLibraryIsWhole() {
        assertThat(library.complaints()).isEmpty();
    }

    private void photos(String... paths) throws IOException {
        for (String path : paths) {
            library.write(path, DrawnPhoto.jpeg(++pictures));
        }
    }

    private Exclusion why(String path) {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            return open.folders().exclusions().of(library.photos.resolve(path)).orElseThrow();
        }
    }

    private void assertIndexed(String path) {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            assertThat(open.folders().exclusions().of(library.photos.resolve(path))).isEmpty();
        }
        assertThat(library.ids()).containsKey(path);
    }

    @ParameterizedTest
    @CsvSource({".hidden.jpg, HIDDEN, .hidden.jpg", "a/.thumbs/x.jpg, HIDDEN, a/.thumbs",
        "@eaDir/a.jpg/x.jpg, SYSTEM, @eaDir", "b/node_modules/x/logo.png, SYSTEM, b/node_modules",
        "My.photoslibrary/resources/x.jpg, PACKAGE, My.photoslibrary/resources",
        "Old.aplibrary/Previews/x.jpg, PACKAGE, Old.aplibrary/Previews",
        "Catalog Previews.lrdata/1/x.jpg, PACKAGE, Catalog Previews.lrdata/1"})
    void everyFixedRuleKeepsOutAndIsNamed(String path, Rule rule, String place) throws IOException {
        photos("kept.jpg", path);
        library.index();
        assertThat(library.ids()).containsOnlyKeys("kept.jpg");
        Exclusion exclusion = why(path);
        assertThat(exclusion.rule()).isEqualTo(rule);
        assertThat(exclusion.place()).isEqualTo(library.photos.resolve(place));
        assertThat(exclusion.sentence()).startsWith(exclusion.place().toString()).endsWith(".");
    }

    @Test
    void theOriginalsInAPhotoLibraryOfMacOsAreIndexed() throws IOException {
        photos("My.photoslibrary/originals/A/1.jpg", "iPhoto.photolibrary/Masters/2009/2.jpg");
        library.index();
        assertIndexed("My.photoslibrary/originals/A/1.jpg");
        assertIndexed("iPhoto.photolibrary/Masters/2009/2.jpg");
    }

    @ParameterizedTest
    @CsvSource({".nomedia", ".noindex"})
    void aMarkerKeepsItsDirectoryOutAndWhatIsBelow(String marker) throws IOException {
        photos("a.jpg", "private/b.jpg", "private/deep/c.jpg", "public/d.jpg");
        library.write("private/" + marker, new byte[0]);
        library.index();
        assertThat(library.ids()).containsOnlyKeys("a.jpg", "public/d.jpg");
        assertThat(why("private/deep/c.jpg"))
                .isEqualTo(new Exclusion(Rule.MARKED, library.photos.resolve("private"), marker));
    }

    /// The user has named it: that says more than a file that another program left.
    @Test
    void rulesDoNotSpeakOfTheFolderThatTheUserNamed() throws IOException {
        photos("a.jpg", ".secret/b.jpg");
        library.write(".nomedia", new byte[0]);
        library.index();
        assertThat(library.ids()).containsOnlyKeys("a.jpg");
        try (PhotoLibrary open = library.open()) {
            Folder secret = open.folders().add(library.photos.resolve(".secret"));
            assertThat(secret.path()).isEqualTo(library.photos.resolve(".secret"));
        }
        assertThat(library.index().counts().photos()).isEqualTo(1);
    }

    @Test
    void whatTheUserExcludesLeavesAtTheNextWalkAndComesBackUnencoded() throws IOException {
        photos("a.jpg", "Screenshots/1.jpg", "2020/Screenshots/2.jpg", "2020/b.jpg");
        assertThat(library.index().counts().photos()).isEqualTo(4);
        try (PhotoLibrary open = library.open()) {
            Exclusions exclusions = open.folders().exclusions();
            assertThat(exclusions.exclude("Screenshots/")).isTrue();
            assertThat(exclusions.exclude("Screenshots/")).isFalse();
            assertThat(exclusions.globs()).containsExactly("Screenshots/");
        }
        assertThat(library.index().deleted()).isEqualTo(2);
        assertThat(library.ids()).containsOnlyKeys("a.jpg", "2020/b.jpg");
        assertThat(why("2020/Screenshots/2.jpg"))
                .isEqualTo(new Exclusion(Rule.GLOB, library.photos.resolve("2020/Screenshots"), "Screenshots/"));

        try (PhotoLibrary open = library.open()) {
            assertThat(open.folders().exclusions().include("Screenshots/")).isTrue();
            assertThat(open.folders().exclusions().include("Screenshots/")).isFalse();
        }
        IndexingReport report = library.index();
        assertThat(report.counts().photos()).isEqualTo(4);
        assertThat(report.encoded()).isZero();
    }

    @Test
    void aPatternThatIsNoneIsRefusedAndNotKept() throws IOException {
        photos("a.jpg");
        library.index();
        try (PhotoLibrary open = library.open()) {
            Exclusions exclusions = open.folders().exclusions();
            assertThatThrownBy(() -> exclusions.exclude("/home")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> exclusions.setMinBytes(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThat(exclusions.globs()).isEmpty();
        }
    }

    @Test
    void smallFilesAreInUnlessTheUserWantsThemOut() throws IOException {
        library.write("icon.png", DrawnPhoto.encoded(1, 8, 8, "png"));
        photos("a.jpg");
        assertThat(library.index().counts().photos()).isEqualTo(2);
        try (PhotoLibrary open = library.open()) {
            assertThat(open.folders().exclusions().setMinBytes(1000)).isZero();
        }
        assertThat(library.index().deleted()).isEqualTo(1);
        assertThat(library.ids()).containsOnlyKeys("a.jpg");
        assertThat(why("icon.png"))
                .isEqualTo(new Exclusion(Rule.TOO_SMALL, library.photos.resolve("icon.png"), "1000"));
    }

    /// Programs that save in place empty the file first.
    @Test
    void aPhotoThatIsTooSmallForTheMomentKeepsItsIdentity() throws IOException {
        photos("a.jpg");
        library.index();
        Map<String, Long> before = library.ids();
        try (PhotoLibrary open = library.open()) {
            open.folders().exclusions().setMinBytes(1000);
        }
        Path file = library.photos.resolve("a.jpg");
        Files.write(file, new byte[0]);
        for (int walk = 0; walk < 2; walk++) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
            library.index();
        }
        photos("a.jpg");
        assertThat(library.index().deleted()).isZero();
        assertThat(library.ids()).isEqualTo(before);
    }

    @Test
    void semblancesOwnFilesAreNoPhotos() throws IOException {
        photos("a.jpg");
        library.index();
        library.index(); // thumbnails are there by now
        try (PhotoLibrary open = library.open()) {
            TestLibrary.index(open, temporary.toRealPath());
            Exclusions exclusions = open.folders().exclusions();
            assertThat(exclusions.of(library.location.thumbnails().resolve("x.jpg"))).get().extracting(Exclusion::rule)
                    .isEqualTo(Rule.OWN);
            assertThat(open.indexing().counts().photos()).isEqualTo(1);
        }
    }

    /// Everything in one directory, as `--data` and `--cache` allow it.
    @Test
    void aLibraryThatLiesAmongItsPhotosDoesNotIndexItself() throws IOException {
        photos("a.jpg");
        LibraryLocation among = new LibraryLocation(library.photos, library.photos);
        try (PhotoLibrary open = PhotoLibrary.open(among, library.encoder,
                StageObserver.NONE)) {
            assertThat(TestLibrary.index(open, library.photos).counts().photos()).isEqualTo(1);
            IndexingReport second = TestLibrary.index(open, library.photos);
            assertThat(second.counts().photos()).isEqualTo(1);
            assertThat(second.counts().skipped()).isZero();
        }
        library.index();
    }

    @Test
    void linksAreExplained() throws IOException {
        photos("a.jpg");
        Files.createSymbolicLink(library.photos.resolve("b.jpg"), library.photos.resolve("a.jpg"));
        library.index();
        assertThat(why("b.jpg").rule()).isEqualTo(Rule.LINK);
        assertIndexed("a.jpg");
    }
}
