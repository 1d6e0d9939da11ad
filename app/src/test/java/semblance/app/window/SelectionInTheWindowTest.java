package semblance.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.testing.Ui;

/// Several photos are selected, and what is done with them then.
class SelectionInTheWindowTest {
    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        for (int i = 9; i > 6; i--) {
            fixture.drawn.chessboard(i + ".png");
        }
        for (int i = 6; i > 3; i--) {
            fixture.drawn.mountains(i + ".png");
        }
        for (int i = 3; i > 0; i--) {
            fixture.drawn.sunset(i + ".png");
        }
        window = WindowDriver.open(fixture.services(), fixture.photos);
        window.awaitPhotos(9);
    }

    @AfterEach
    void close() {
        window.end();
    }

    private static List<String> names(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> i + ".png").toList();
    }

    @Test
    void aClickWithTheShortcutKeyAddsAPhotoOrTakesItOutAndOneWithShiftSelectsUpToThere() {
        window.clickPhoto("2.png", MouseButton.PRIMARY);
        window.clickPhoto("5.png", Ui.shortcut());
        window.awaitSelected(List.of("2.png", "5.png"));
        window.awaitText("#selected-path", "2 photos selected");
        window.clickPhoto("2.png", Ui.shortcut());
        window.awaitSelected(List.of("5.png"));

        window.clickPhoto("8.png", KeyCode.SHIFT);
        window.awaitSelected(names(2, 8));
        window.clickPhoto("4.png", KeyCode.SHIFT);
        window.awaitSelected(names(2, 4));
        window.clickPhoto("4.png", MouseButton.PRIMARY);
        window.awaitSelected(List.of("4.png"));
        window.awaitText("#selected-path", "4.png");
    }

    @Test
    void keysSelectRangesAndAllAndEscapeLeavesOneAndKeepsTheSearch() {
        window.clickPhoto("2.png", MouseButton.PRIMARY);
        window.press(KeyCode.SHIFT, KeyCode.RIGHT);
        window.press(KeyCode.SHIFT, KeyCode.RIGHT);
        window.awaitSelected(names(2, 4));
        window.press(KeyCode.SHIFT, KeyCode.LEFT);
        window.awaitSelected(names(2, 3));
        window.press(KeyCode.SHIFT, KeyCode.END);
        window.awaitSelected(names(2, 9));
        window.press(Ui.shortcut(), KeyCode.A);
        window.awaitSelected(names(1, 9));
        window.awaitText("#selected-path", "9 photos selected");

        window.press(KeyCode.ESCAPE);
        window.awaitSelected(List.of("9.png"));
        window.press(KeyCode.LEFT);
        window.awaitSelected(List.of("8.png"));
    }

    @Test
    void photosLikeSeveralAreFoundTogether() {
        window.clickPhoto("1.png", MouseButton.PRIMARY);
        window.clickPhoto("2.png", Ui.shortcut());
        window.clickPhoto("2.png", MouseButton.SECONDARY);
        window.awaitSelected(List.of("1.png", "2.png"));
        window.awaitText("Find photos like these");
        window.click("#find-similar");

        window.awaitText("#picture-chip .label", "2 photos");
        window.awaitPhotos("the third sunset comes first, and those asked with are left out",
                shown -> shown.size() == 7 && shown.getFirst().equals("3.png"));
        window.press(KeyCode.ESCAPE);
        window.awaitPhotos(9);
    }

    @Test
    void theMenuOpensByTheKeyboardAtThePhotoAlsoIfItWasSelectedBeforeItWasKnown() {
        Ui.run(() -> window.scene().lookup("#photo-list").requestFocus());
        window.press(Ui.shortcut(), KeyCode.A);
        window.awaitSelected(names(1, 9));
        window.menuByKeyboard();
        window.awaitMenuAt("1.png");
    }

    @Test
    void theMenuOpensSeveralAndCopiesTheirPathsAndShowsOneInItsFolder() {
        window.clickPhoto("4.png", MouseButton.PRIMARY);
        window.clickPhoto("6.png", KeyCode.SHIFT);
        window.clickPhoto("5.png", MouseButton.SECONDARY);
        window.click("#copy-path");
        String paths = names(4, 6).stream().map(name -> fixture.photos.resolve(name).toString())
                .collect(Collectors.joining("\n"));
        Ui.await("the paths are on the clipboard", () -> paths.equals(Clipboard.getSystemClipboard().getString()));

        window.clickPhoto("5.png", MouseButton.SECONDARY);
        window.awaitText("Open 3 photos");
        window.click("#reveal-photo");
        window.click("#open-photo");
        Ui.await("all are opened, and no folder is shown for several", () -> fixture.asked
                .equals(List.of("open 4.png", "open 5.png", "open 6.png")), () -> fixture.asked.toString());
    }

    @Test
    void detailsSayHowManyAreSelected() {
        window.click("#details-button");
        window.clickPhoto("1.png", MouseButton.PRIMARY);
        window.awaitText("#detail-file-name", "1.png");
        window.press(Ui.shortcut(), KeyCode.A);
        window.awaitText("#detail-nothing", "9 photos selected");
    }
}
