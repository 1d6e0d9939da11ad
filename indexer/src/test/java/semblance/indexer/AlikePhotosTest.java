package semblance.indexer;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.RawCatalog;
import semblance.indexer.query.QueryParser;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// Photos that show the same shot are found as duplicates, copies or not.
class AlikePhotosTest {
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

    private static byte[] saved(byte[] picture, double factor, int cut, String format) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(picture));
        int width = (int) (whole.getWidth() * factor);
        int height = (int) (whole.getHeight() * factor);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.drawImage(whole, -cut, -cut, width + 2 * cut, height + 2 * cut, null);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(small, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private SearchResult duplicates() {
        try (PhotoLibrary open = library.open()) {
            return open.search().find(QueryParser.parse("is:duplicate"), new SearchOptions(50, Strictness.LOOSE));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> names(SearchResult result) {
        return result.hits().stream().map(Hit::path).map(path -> library.photos.relativize(path).toString()).toList();
    }

    @Test
    void smallerOnesAndThoseSavedAnewAreListedBesideTheLargest() throws IOException {
        byte[] one = DrawnPhoto.jpeg(1);
        byte[] two = DrawnPhoto.jpeg(2);
        library.write("one small.jpg", saved(one, 0.5, 0, "jpg"));
        library.write("two.jpg", two);
        library.write("one.jpg", one);
        library.write("two.png", saved(two, 0.75, 4, "png"));
        library.write("two again.jpg", two);
        for (int i = 3; i < 30; i++) {
            library.write("other " + i + ".jpg", DrawnPhoto.jpeg(i));
        }
        library.index();
        SearchResult found = duplicates();
        assertThat(names(found)).hasSize(5).containsSubsequence("one.jpg", "one small.jpg")
                .containsSubsequence("two again.jpg", "two.png").containsSubsequence("two.jpg", "two.png");
        assertThat(found.hits().stream().map(hit -> found.alike().get(hit.photoId())).map(String::valueOf)
                .map(place -> place.replaceAll("Alike.group=\\d+, ", "")).toList())
                .containsSubsequence("number=1, of=2]", "number=2, of=2]")
                .containsSubsequence("number=1, of=3]", "number=2, of=3]", "number=3, of=3]");
    }

    @Test
    void aLargerOneThatComesLaterLeadsTheGroup() throws IOException {
        byte[] one = DrawnPhoto.jpeg(1);
        library.write("small.jpg", saved(one, 0.5, 0, "jpg"));
        library.write("smaller.jpg", saved(one, 0.4, 0, "jpg"));
        library.index();
        assertThat(names(duplicates())).containsExactly("small.jpg", "smaller.jpg");
        library.write("large.jpg", one);
        assertThat(library.index().encoded()).isEqualTo(1);
        assertThat(names(duplicates())).containsExactly("large.jpg", "small.jpg", "smaller.jpg");
        Files.delete(library.photos.resolve("small.jpg"));
        Files.delete(library.photos.resolve("smaller.jpg"));
        library.index();
        assertThat(names(duplicates())).isEmpty();
    }

    @Test
    void photosThatCannotBeReachedAreComparedLater() throws IOException {
        byte[] one = DrawnPhoto.jpeg(1);
        library.write("one.jpg", one);
        library.write("one small.jpg", saved(one, 0.5, 0, "jpg"));
        library.index();
        // As in the library of an older program whose cache has been cleared and whose drive is away.
        RawCatalog.execute(library.location.catalog(), "DELETE FROM alike", "DELETE FROM picture_hash");
        try (Stream<Path> cached = Files.walk(library.location.thumbnails())) {
            for (Path file : cached.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
        Path away = Files.move(library.photos, temporary.resolve("away"));
        library.again();
        Files.move(away, library.photos);
        library.again();
        assertThat(names(duplicates())).containsExactly("one.jpg", "one small.jpg");
    }
}
