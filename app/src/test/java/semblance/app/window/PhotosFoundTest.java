package semblance.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.testing.Ui;

import static org.assertj.core.api.Assertions.assertThat;

/// What can be done with the photos in the grid.
class PhotosFoundTest {
    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        for (int i = 9; i > 0; i--) {
            fixture.drawn.chessboard(i + ".png");
        }
        window = WindowDriver.open(fixture.services(), fixture.photos);
        window.awaitPhotos(9);
    }

    @AfterEach
    void close() {
        window.end();
    }

    @Test
    void aDoubleClickOpensThePhoto() {
        window.doubleClickPhoto("3.png");

        awaitAsked("open 3.png");
    }

    @Test
    void theSelectedPhotoIsFramedAndNoOther() {
        assertThat(window.edgeOf("3.png").getSaturation()).as("a chessboard is grey").isLessThan(0.1);
        window.clickPhoto("3.png", MouseButton.PRIMARY);
        assertThat(window.edgeOf("3.png").getSaturation()).isGreaterThan(0.5);
        window.press(KeyCode.RIGHT);
        assertThat(window.edgeOf("4.png").getSaturation()).isGreaterThan(0.5);
        assertThat(window.edgeOf("3.png").getSaturation()).isLessThan(0.1);
    }

    @Test
    void arrowKeysWalkThroughTheRowsAndEnterOpens() {
        window.clickPhoto("2.png", MouseButton.PRIMARY);
        window.press(KeyCode.RIGHT);
        assertThat(window.selectedPhoto()).contains("3.png");
        window.press(KeyCode.LEFT);
        window.press(KeyCode.LEFT);
        assertThat(window.selectedPhoto()).contains("1.png");
        window.press(KeyCode.DOWN);
        String below = window.selectedPhoto().orElseThrow();
        assertThat(Integer.parseInt(below.replace(".png", ""))).as("a row further down").isGreaterThan(3);
        window.press(KeyCode.UP);
        window.press(KeyCode.ENTER);

        awaitAsked("open 1.png");
    }

    @Test
    void downFromTheSearchBoxLeadsToTheFirstPhotoAndTheShortcutBack() {
        window.click("#search-box");
        window.press(KeyCode.DOWN);
        assertThat(window.selectedPhoto()).contains("1.png");

        window.press(Ui.shortcut(), KeyCode.F);
        window.type("x");
        window.awaitTyped("x");
    }

    @Test
    void theMenuShowsThePhotoInItsFolder() {
        window.clickPhoto("5.png", MouseButton.SECONDARY);
        window.click("#reveal-photo");

        awaitAsked("reveal 5.png");
    }

    @Test
    void theMenuCopiesThePath() throws IOException {
        window.clickPhoto("5.png", MouseButton.SECONDARY);
        window.click("#copy-path");

        String path = fixture.photos.resolve("5.png").toString();
        Ui.await("the path is on the clipboard", () -> path.equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void aPhotoThatIsGoneSaysSoInsteadOfOpening() throws IOException {
        Files.delete(fixture.photos.resolve("4.png"));
        window.doubleClickPhoto("4.png");

        window.awaitText("4.png is gone");
        assertThat(fixture.asked).isEqualTo(List.of());
    }

    private void awaitAsked(String asked) {
        Ui.await("the desktop is asked to " + asked, () -> fixture.asked.equals(List.of(asked)),
                () -> fixture.asked.toString());
    }
}
