package semblance.app.window;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.Image;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.testing.DragAndDrop;
import semblance.app.window.testing.Ui;

import static org.assertj.core.api.Assertions.assertThat;

/// Pictures dropped on the tag area show their tags, without being in the library.
class TagsInTheWindowTest {
    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        window = WindowDriver.open(fixture.services());
        window.click("#tags-tab");
        window.awaitText("Drop pictures here to see their tags");
    }

    @AfterEach
    void close() {
        window.end();
    }

    @Test
    void aFileShowsItsTagsWithTheirCertainty() throws IOException {
        Path picture = fixture.drawn.sunset("sunset.jpg");

        assertThat(window.drop(DragAndDrop.files(picture), "#tag-pane")).isTrue();

        window.awaitText("sunset.jpg");
        window.awaitText("tag of sunset.jpg  80 %");
        window.awaitText("another  10 %");
        window.awaitText("1 picture tagged");
        assertThat(photosInLibrary()).isZero();
    }

    @Test
    void aPictureThatNoTagFitsSaysSo() throws IOException {
        Path picture = fixture.drawn.chessboard("doubtful.png");
        window.drop(DragAndDrop.files(picture), "#tag-pane");
        window.awaitText("doubtful.png");
        window.awaitText("No tag is certain enough");
    }

    @Test
    void aFolderShowsTheTagsOfItsPictures() throws IOException {
        fixture.drawn.sunset("a.jpg");
        fixture.drawn.mountains("b.png");

        window.drop(DragAndDrop.files(fixture.photos), "#tag-pane");

        window.awaitText("tag of a.jpg");
        window.awaitText("tag of b.png");
        window.awaitText("2 pictures tagged");
        window.click("#clear-tags");
        window.awaitText("Drop pictures here to see their tags");
    }

    @Test
    void aPictureFromABrowserShowsItsTags() throws IOException {
        Path picture = fixture.drawn.sunset("sunset.jpg");
        Image image = Ui.call(() -> new Image(picture.toUri().toString()));

        window.drop(DragAndDrop.image(image), "#tag-pane");

        window.awaitText("80 %");
        window.awaitText("1 picture tagged");
    }

    private long photosInLibrary() {
        window.end();
        try (var library = fixture.library()) {
            return library.indexing().counts().photos();
        }
    }
}
