package semblance.indexer.thumbnail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ThumbnailsTest {
    private TestLibrary library;
    private PhotoLibrary opened;
    private Path photo;
    private long id;

    @BeforeEach
    void indexOnePhoto(@TempDir Path temporary) throws IOException {
        library = new TestLibrary(temporary);
        photo = library.write("wide.png", DrawnPhoto.encoded(1, 1200, 300, "png"));
        library.index();
        id = library.ids().values().iterator().next();
        opened = library.open();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void aPhotoHasTheThumbnailThatIndexingLeft() throws IOException, DecodeException {
        assertThat(opened.thumbnails().ofPhoto(id)).hasValue(Files.readAllBytes(onlyFile()));
    }

    @Test
    void oneThatIsMissingIsMadeAndKept() throws IOException, DecodeException {
        byte[] first = Files.readAllBytes(onlyFile());
        Files.delete(onlyFile());

        byte[] made = opened.thumbnails().ofPhoto(id).orElseThrow();

        assertThat(made).isEqualTo(first);
        assertThat(onlyFile()).hasBinaryContent(first);
    }

    @Test
    void aPhotoThatHasChangedMeanwhileIsNotKeptUnderWhatItShowedBefore() throws IOException, DecodeException {
        Files.delete(onlyFile());
        Files.write(photo, DrawnPhoto.encoded(2, 400, 300, "png"));

        byte[] made = opened.thumbnails().ofPhoto(id).orElseThrow();

        assertThat(ImageIO.read(new ByteArrayInputStream(made)).getWidth()).isEqualTo(400);
        assertThat(files()).isEmpty();
    }

    @Test
    void aPhotoThatIsGoneFailsAndOneThatNeverWasHasNone() throws IOException, DecodeException {
        Files.delete(onlyFile());
        Files.delete(photo);

        assertThatThrownBy(() -> opened.thumbnails().ofPhoto(id)).isInstanceOf(NoSuchFileException.class);
        assertThat(opened.thumbnails().ofPhoto(id + 1)).isEmpty();
    }

    @Test
    void anyPictureHasOneWhichIsNotKept() throws IOException, DecodeException {
        Path elsewhere = library.location.data().resolve("elsewhere.jpg");
        Files.write(elsewhere, DrawnPhoto.encoded(3, 300, 1200, "jpg"));
        int before = files().size();

        var shown = ImageIO.read(new ByteArrayInputStream(opened.thumbnails().ofFile(elsewhere)));

        assertThat(shown.getWidth()).isEqualTo(128);
        assertThat(shown.getHeight()).isEqualTo(512);
        assertThat(files()).hasSize(before);
    }

    private Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().getFirst();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(library.location.thumbnails())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
