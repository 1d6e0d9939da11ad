package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.catalog.PhotoTag;
import semblance.indexer.catalog.TagState;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.query.QueryParser;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnFrames;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.VideoWriter;

import static org.assertj.core.api.Assertions.assertThat;

/// Raw data and a developed picture of one name in one directory are one photo with two files.
class PairsTest {
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

    private long id(String path) {
        Map<String, Long> ids = library.ids();
        assertThat(ids).containsKey(path);
        return ids.getOrDefault(path, 0L);
    }

    private void jpeg(String path, int number) throws IOException {
        library.write(path, DrawnPhoto.jpeg(number));
    }

    private void raw(String path, int number) throws IOException {
        library.write(path, DrawnPhoto.raw(number));
    }

    private void move(String from, String to) throws IOException {
        Files.createDirectories(library.photos.resolve(to).getParent());
        Files.move(library.photos.resolve(from), library.photos.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private <T> T with(Function<PhotoLibrary, T> work) {
        try (PhotoLibrary open = library.open()) {
            return work.apply(open);
        }
    }

    private void tag(long photo, String tag) {
        boolean added = with(open -> open.tags().add(photo, tag));
        assertThat(added).isTrue();
    }

    private List<String> tags(long photo) {
        return with(open -> open.tags().ofPhoto(photo)).stream().filter(tag -> tag.state() == TagState.CONFIRMED)
                .map(PhotoTag::tag).sorted().toList();
    }

    private List<String> files(long photo) {
        return with(open -> open.photos().files(photo)).stream()
                .map(path -> library.photos.relativize(path).toString()).toList();
    }

    private List<String> found(String query) {
        return with(open -> {
            try {
                return open.search().find(QueryParser.parse(query), new SearchOptions(50, Strictness.LOOSE)).hits();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }).stream().map(Hit::path).map(path -> library.photos.relativize(path).toString()).sorted().toList();
    }

    @Test
    void theDevelopedPictureStandsForBoth() throws IOException {
        raw("a/IMG_1.CR2", 1);
        jpeg("a/img_1.jpg", 2);
        jpeg("a/IMG_2.JPG", 3);
        IndexingReport report = library.index();
        assertThat(report.counts()).isEqualTo(new LibraryCounts(2, 0, 0, 0, 0, 0));
        assertThat(id("a/IMG_1.CR2")).isEqualTo(id("a/img_1.jpg")).isNotEqualTo(id("a/IMG_2.JPG"));
        assertThat(files(id("a/IMG_1.CR2"))).containsExactly("a/img_1.jpg", "a/IMG_1.CR2");
        assertThat(found("type:raw")).containsExactly("a/img_1.jpg");
        assertThat(found("type:jpeg")).containsExactly("a/IMG_2.JPG", "a/img_1.jpg");
        assertThat(found("name:IMG_1.CR2")).containsExactly("a/img_1.jpg");
        assertThat(found("name:IMG_1.jpg")).containsExactly("a/img_1.jpg");
        assertThat(found("dark colours")).as("one of both is found").containsExactly("a/IMG_2.JPG", "a/img_1.jpg");
    }

    private void video(String path, double seconds) throws IOException {
        Path file = library.photos.resolve(path);
        Files.createDirectories(file.getParent());
        try (VideoWriter writer = new VideoWriter(file, "mov", "mpeg4", 5, 160, 120)) {
            writer.show(DrawnFrames.chequered(160, 120, 0x20c020), seconds);
        }
        TestLibrary.settle(file);
    }

    @Test
    void theMovingPartOfAPhotoIsNoVideoOfItsOwn() throws IOException {
        jpeg("a/IMG_1.JPG", 1);
        video("a/IMG_1.MOV", 3);
        jpeg("a/IMG_2.JPG", 2);
        video("a/IMG_3.MOV", 3);
        IndexingReport report = library.index();
        assertThat(report.counts().indexed()).isEqualTo(3);
        assertThat(id("a/IMG_1.MOV")).isEqualTo(id("a/IMG_1.JPG"));
        assertThat(files(id("a/IMG_1.MOV"))).containsExactly("a/IMG_1.JPG", "a/IMG_1.MOV");
        assertThat(found("type:video")).containsExactly("a/IMG_3.MOV");
        assertThat(found("type:jpeg")).containsExactly("a/IMG_1.JPG", "a/IMG_2.JPG");
        Files.delete(library.photos.resolve("a/IMG_1.JPG"));
        assertThat(library.index().counts().indexed()).isEqualTo(3);
        assertThat(found("type:video")).as("its picture is gone").containsExactly("a/IMG_1.MOV", "a/IMG_3.MOV");
    }

    @Test
    void aFilmThatLiesBesideItsCoverIsAPhotoOfItsOwn() throws IOException {
        jpeg("party.jpg", 1);
        video("party.mov", 12);
        assertThat(library.index().counts().indexed()).isEqualTo(2);
        assertThat(found("type:video")).containsExactly("party.mov");
    }

    @Test
    void whatLiesElsewhereOrIsCalledElseIsAPhotoOfItsOwn() throws IOException {
        raw("a/IMG_1.CR2", 1);
        jpeg("b/IMG_1.JPG", 2);
        jpeg("a/IMG_E1.JPG", 3);
        jpeg("a/IMG_1 (1).JPG", 4);
        library.write("a/IMG_1.PNG", DrawnPhoto.encoded(5, 32, 32, "png"));
        assertThat(library.index().counts().indexed()).isEqualTo(5);
        assertThat(library.ids().values()).doesNotHaveDuplicates();
    }

    @Test
    void rawDataThatComesLaterJoinsAndBringsItsTags() throws IOException {
        jpeg("a/1.jpg", 1);
        library.index();
        raw("b/1.dng", 2);
        library.index();
        long photo = id("a/1.jpg");
        tag(photo, "granny");
        tag(id("b/1.dng"), "beach");
        move("b/1.dng", "a/1.dng");
        assertThat(library.index().encoded()).isZero();
        assertThat(id("a/1.dng")).isEqualTo(id("a/1.jpg")).isEqualTo(photo);
        assertThat(tags(photo)).containsExactly("beach", "granny");
        assertThat(files(photo)).containsExactly("a/1.jpg", "a/1.dng");
    }

    @Test
    void aPictureThatComesLaterStandsForThePhotoThatWasThere() throws IOException {
        raw("1.dng", 1);
        library.index();
        long photo = id("1.dng");
        tag(photo, "granny");
        jpeg("1.jpg", 2);
        library.index();
        assertThat(id("1.jpg")).isEqualTo(id("1.dng")).isEqualTo(photo);
        assertThat(files(photo)).containsExactly("1.jpg", "1.dng");
        assertThat(tags(photo)).containsExactly("granny");
    }

    @Test
    void rawDataTakesOverWhenThePictureGoes() throws IOException {
        raw("1.dng", 1);
        jpeg("1.jpg", 2);
        library.index();
        long photo = id("1.jpg");
        tag(photo, "granny");
        Files.delete(library.photos.resolve("1.jpg"));
        IndexingReport report = library.index();
        assertThat(report.encoded()).isZero();
        assertThat(report.deleted()).isZero();
        assertThat(id("1.dng")).isEqualTo(photo);
        assertThat(tags(photo)).containsExactly("granny");
        assertThat(files(photo)).containsExactly("1.dng");
    }

    @Test
    void aPairThatIsMovedOrRenamedStaysOnePhoto() throws IOException {
        raw("a/1.dng", 1);
        jpeg("a/1.jpg", 2);
        library.index();
        long photo = id("a/1.jpg");
        tag(photo, "granny");
        move("a/1.dng", "b/2.dng");
        move("a/1.jpg", "b/2.jpg");
        IndexingReport report = library.index();
        assertThat(report.encoded()).isZero();
        assertThat(report.moved()).isEqualTo(1);
        assertThat(id("b/2.jpg")).isEqualTo(id("b/2.dng")).isEqualTo(photo);
        assertThat(tags(photo)).containsExactly("granny");
    }

    @Test
    void aPairThatIsCopiedIsAnotherPhoto() throws IOException {
        raw("a/1.dng", 1);
        jpeg("a/1.jpg", 2);
        library.index();
        raw("b/1.dng", 1);
        jpeg("b/1.jpg", 2);
        IndexingReport report = library.index();
        assertThat(report.encoded()).isZero();
        assertThat(report.counts().indexed()).isEqualTo(2);
        assertThat(id("b/1.jpg")).isEqualTo(id("b/1.dng")).isNotEqualTo(id("a/1.jpg"));
        assertThat(found("is:duplicate")).containsExactly("a/1.jpg", "b/1.jpg");
    }

    @Test
    void whatTheUserDecidedHoldsForBothWhenTheyPart() throws IOException {
        raw("a/1.dng", 1);
        jpeg("a/1.jpg", 2);
        library.index();
        long photo = id("a/1.jpg");
        tag(photo, "granny");
        move("a/1.jpg", "b/1.jpg");
        assertThat(library.index().counts().indexed()).isEqualTo(2);
        assertThat(id("b/1.jpg")).isEqualTo(photo);
        assertThat(id("a/1.dng")).isNotEqualTo(photo);
        assertThat(tags(photo)).containsExactly("granny");
        assertThat(tags(id("a/1.dng"))).containsExactly("granny");
    }

    @Test
    void theHalfThatCanBeReadStands() throws IOException {
        byte[] whole = DrawnPhoto.jpeg(2);
        raw("1.dng", 1);
        library.write("1.jpg", Arrays.copyOf(whole, 40));
        jpeg("2.jpg", 3);
        library.write("2.dng", DrawnPhoto.raw(new byte[]{1, 2, 3}));
        library.write("3.dng", DrawnPhoto.raw(new byte[]{4, 5, 6}));
        library.write("3.jpg", Arrays.copyOf(whole, 41));
        IndexingReport report = library.index();
        assertThat(report.counts()).as("two that cannot be read at all are not known to be one photo")
                .isEqualTo(new LibraryCounts(2, 2, 0, 0, 0, 0));
        List<Failure> failures = with(open -> open.indexing().failures());
        assertThat(failures).extracting(failure -> failure.path().getFileName())
                .hasToString("[1.jpg, 2.dng, 3.dng, 3.jpg]");
        assertThat(files(id("1.dng"))).containsExactly("1.dng", "1.jpg");
        assertThat(files(id("2.jpg"))).containsExactly("2.jpg", "2.dng");
        long photo = id("1.dng");
        library.write("1.jpg", whole);
        assertThat(library.index().counts()).isEqualTo(new LibraryCounts(2, 2, 0, 0, 0, 0));
        assertThat(files(photo)).containsExactly("1.jpg", "1.dng");
    }

    @Test
    void aStandingFileThatIsDamagedLeavesThePhotoToTheOther() throws IOException {
        raw("1.dng", 1);
        jpeg("1.jpg", 2);
        library.index();
        long photo = id("1.jpg");
        library.write("1.jpg", Arrays.copyOf(DrawnPhoto.jpeg(2), 40));
        assertThat(library.index().counts()).isEqualTo(new LibraryCounts(1, 0, 0, 0, 0, 0));
        assertThat(files(photo)).containsExactly("1.dng", "1.jpg");
        library.write("1.jpg", "no picture at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(library.index().counts()).isEqualTo(new LibraryCounts(1, 0, 0, 1, 0, 0));
        assertThat(files(photo)).containsExactly("1.dng");
    }

    @Test
    void aPictureSavedOverAHalfLeavesThePairAPair() throws IOException {
        raw("1.dng", 1);
        jpeg("1.jpg", 2);
        jpeg("other.jpg", 3);
        library.index();
        long photo = id("1.jpg");
        long other = id("other.jpg");
        tag(photo, "granny");
        tag(other, "beach");
        move("other.jpg", "1.jpg");
        library.index();
        assertThat(id("1.jpg")).as("both were there, the older one stays").isEqualTo(id("1.dng"))
                .isEqualTo(Math.min(photo, other));
        assertThat(tags(id("1.jpg"))).containsExactly("beach", "granny");
    }

    @Test
    void aFolderThatIsRemovedTakesItsPairsAlongAndBringsThemBack() throws IOException {
        raw("1.dng", 1);
        jpeg("1.jpg", 2);
        library.index();
        tag(id("1.jpg"), "granny");
        long left = with(open -> open.folders().remove(library.photos).left());
        assertThat(left).isEqualTo(1);
        assertThat(library.ids()).isEmpty();
        assertThat(library.index().encoded()).isZero();
        assertThat(tags(id("1.dng"))).containsExactly("granny");
        assertThat(id("1.jpg")).isEqualTo(id("1.dng"));
    }

    /// Libraries of programs that knew nothing of pairs come with all directories marked.
    @Test
    void aLibraryOfBeforeIsPutTogetherWithoutEncoding() throws IOException {
        raw("a/1.dng", 1);
        jpeg("a/1.jpg", 2);
        library.index();
        long photo = id("a/1.jpg");
        tag(photo, "granny");
        long other = asOlderProgramsDid("a/1.dng", photo);
        tag(other, "beach");
        assertThat(id("a/1.dng")).isEqualTo(other);
        IndexingReport report = library.again();
        assertThat(report.encoded()).isZero();
        assertThat(report.counts().indexed()).isEqualTo(1);
        assertThat(id("a/1.dng")).isEqualTo(id("a/1.jpg")).isEqualTo(photo);
        assertThat(tags(photo)).containsExactly("beach", "granny");
    }

    private long asOlderProgramsDid(String path, long photo) {
        try (SingleThread writing = new SingleThread("write");
                Catalog catalog = Catalog.openForWriting(library.location.catalog(), writing)) {
            return catalog.write(session -> {
                Path file = library.photos.resolve(path);
                long id = session.files().entry(session.folders().holding(file).orElseThrow(), file).orElseThrow()
                        .fileId();
                long single = session.photos().addFrom(photo, session.photoFiles().contentOf(id).orElseThrow());
                session.photoFiles().assign(id, single);
                session.photoFiles().stand(single);
                return single;
            });
        }
    }
}
