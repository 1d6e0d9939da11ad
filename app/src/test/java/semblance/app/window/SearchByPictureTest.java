package semblance.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.testing.DragAndDrop;
import semblance.app.window.testing.Drawn;
import semblance.app.window.testing.Ui;

import static org.assertj.core.api.Assertions.assertThat;

/// A picture dropped on the window asks for photos like it.
class SearchByPictureTest {
    private WindowFixture fixture;
    private WindowDriver window;
    private Path elsewhere;

    @BeforeEach
    void open(@TempDir Path temporary, @TempDir Path other) throws IOException {
        elsewhere = new Drawn(other).sunset("asked with.png");
        fixture = new WindowFixture(temporary);
        fixture.drawn.sunset("sunset.jpg");
        fixture.drawn.mountains("mountains.png");
        fixture.drawn.chessboard("chessboard.png");
        window = WindowDriver.open(fixture.services(), fixture.photos);
        window.awaitPhotos("all are shown", names -> names.size() == 3 && names.getFirst().equals("chessboard.png"));
    }

    @AfterEach
    void close() {
        window.end();
    }

    @Test
    void aFileDroppedOnTheSearchBoxFindsPhotosLikeItAndTheChipCanBeTakenAway() {
        assertThat(window.drop(DragAndDrop.files(elsewhere), "#search-box")).isTrue();

        window.awaitText("asked with.png");
        awaitSunsetFirst();
        window.click("#clear-search");
        window.awaitNoNode("#picture-chip");
        window.awaitPhotos("all are shown again", names -> names.getFirst().equals("chessboard.png"));
    }

    @Test
    void aPictureFromABrowserHasNoFileAndIsSearchedByAllTheSame() {
        Image image = Ui.call(() -> new Image(elsewhere.toUri().toString()));

        assertThat(window.drop(DragAndDrop.image(image), ".photos-pane")).isTrue();
        window.awaitNode("#picture-chip");
        awaitSunsetFirst();
        window.end();
        assertThat(fixture.services().scratch()).as("kept no longer than the window").isEmptyDirectory();
    }

    @Test
    void theAddressOfAFileIsThatFile() {
        window.drop(DragAndDrop.address(elsewhere.toUri().toString()), "#search-box");

        window.awaitText("asked with.png");
        awaitSunsetFirst();
    }

    @Test
    void anAddressInTheWebIsNotFetchedAndSaysWhatToDo() {
        window.drop(DragAndDrop.address("https://example.org/dog.jpg"), "#search-box");

        window.awaitText("Save the picture first");
        assertThat(window.shows("#picture-chip")).isFalse();
    }

    @Test
    void whatIsNoPictureSaysSo() throws IOException {
        Path text = Files.writeString(fixture.photos.resolveSibling("notes.txt"), "no picture");
        window.drop(DragAndDrop.files(text), "#search-box");

        window.awaitText("That did not work");
        window.awaitText("The picture cannot be used");
        window.press(KeyCode.ESCAPE);
        window.awaitPhotos(3);
    }

    private void awaitSunsetFirst() {
        window.awaitPhotos("the sunset comes first", names -> names.size() == 3
                && names.getFirst().equals("sunset.jpg"));
    }
}
