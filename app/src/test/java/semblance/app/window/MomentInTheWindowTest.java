package semblance.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.testing.Ui;

import static org.assertj.core.api.Assertions.assertThat;

/// Photos of the same moment are shown aside, and the way leads back.
class MomentInTheWindowTest {
    private static final String MORNING = "IMG_20240504_100000.png";
    private static final String LATER = "IMG_20240504_100500.jpg";
    private static final String YEARS_BEFORE = "IMG_20190203_101112.png";
    private static final String COPIED = "copied.jpg";

    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        WindowFixture fixture = new WindowFixture(temporary);
        fixture.drawn.mountains(MORNING);
        fixture.drawn.sunset(LATER);
        fixture.drawn.chessboard(YEARS_BEFORE);
        fixture.drawn.sunset(COPIED);
        window = WindowDriver.open(fixture.services(), fixture.photos);
        window.awaitPhotos(4);
    }

    @AfterEach
    void close() {
        window.end();
    }

    private void awaitMoment() {
        window.awaitPhotos("those of the moment, in their order", List.of(MORNING, LATER)::equals);
        window.awaitText("#moment-title", "2 photos of the same moment: ");
        window.awaitText("#moment-title", "2024");
    }

    @Test
    void theMenuShowsThePhotosOfTheMomentAndBackLeadsToTheSearch() {
        String asked = "name:copied|IMG_20240504_100500";
        window.search(asked);
        window.awaitPhotos("the answer", List.of(COPIED, LATER)::equals);
        window.clickPhoto(LATER, MouseButton.SECONDARY);
        window.click("#same-moment");
        awaitMoment();
        window.awaitSelected(List.of(LATER));
        window.awaitTyped(asked);

        window.clickPhoto(MORNING, MouseButton.PRIMARY);
        window.click("#moment-back");
        window.awaitPhotos("the answer is back", List.of(COPIED, LATER)::equals);
        window.awaitSelected(List.of(LATER));
        window.awaitNoNode("#moment-title");
    }

    @Test
    void theShortcutShowsItToo() {
        window.clickPhoto(MORNING, MouseButton.PRIMARY);
        window.press(Ui.shortcut(), KeyCode.E);
        awaitMoment();
        window.press(KeyCode.ESCAPE);
        window.awaitPhotos(4);
        window.awaitSelected(List.of(MORNING));
    }

    @Test
    void theDetailsLeadThereUnlessTheTimeIsNotKnown() {
        window.click("#details-button");
        window.clickPhoto(COPIED, MouseButton.PRIMARY);
        window.awaitText("#detail-taken", "when the file was last changed");
        assertThat(window.shows("#detail-same-moment")).isFalse();
        window.clickPhoto(LATER, MouseButton.PRIMARY);
        window.awaitText("#detail-taken", "2024");
        window.click("#detail-same-moment");
        awaitMoment();
    }

    @Test
    void whatHasNoOthersSaysWhy() {
        window.clickPhoto(YEARS_BEFORE, MouseButton.PRIMARY);
        window.press(Ui.shortcut(), KeyCode.E);
        window.awaitText("No other photo was taken at that time.");
        window.press(KeyCode.ESCAPE);
        window.awaitPhotos(4);

        window.clickPhoto(COPIED, MouseButton.PRIMARY);
        window.press(Ui.shortcut(), KeyCode.E);
        window.awaitText("The time when this photo was taken is not known");
        window.click("#empty .button");
        window.awaitPhotos(4);
    }
}
