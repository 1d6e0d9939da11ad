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

import semblance.app.window.testing.DragAndDrop;

import static org.assertj.core.api.Assertions.assertThat;

/// Folders, indexing, searching and what can be done with the photos found.
class SearchInTheWindowTest {
    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        fixture.drawn.sunset("sunset.jpg");
        fixture.drawn.mountains("mountains.png");
        fixture.drawn.chessboard("chessboard.png");
        fixture.drawn.sunset("evening.jpg");
        window = WindowDriver.open(fixture.services());
    }

    @AfterEach
    void close() {
        window.end();
    }

    @Test
    void aFolderIsDroppedIndexedSearchedAndFollowedToSimilarPhotos() {
        window.awaitText("Find your photos by what they show");
        assertThat(window.shows("#photo-size")).as("nothing to enlarge").isFalse();

        assertThat(window.drop(DragAndDrop.files(fixture.photos), ".photos-pane")).isTrue();
        window.awaitPhotos(4);
        window.awaitText("4 photos");
        window.awaitNode("#photo-size");
        assertThat(window.photos()).as("the latest first")
                .containsExactly("evening.jpg", "chessboard.png", "mountains.png", "sunset.jpg");

        window.click("#search-box");
        window.type("a chess board");
        window.awaitPhotos("the chessboard comes first", names -> names.size() == 4
                && names.getFirst().equals("chessboard.png"));

        window.press(KeyCode.ESCAPE);
        window.awaitPhotos("all are shown again", names -> names.getFirst().equals("evening.jpg"));

        window.clickPhoto("sunset.jpg", MouseButton.SECONDARY);
        window.click("#find-similar");
        window.awaitNode("#picture-chip");
        window.awaitPhotos("the other sunset comes first, the one asked with is left out",
                names -> names.size() == 3 && names.getFirst().equals("evening.jpg"));
    }

    @Test
    void aQueryNarrowsTheSearchAndAMistakeIsToldBesideThePhotos() {
        assertThat(window.drop(DragAndDrop.files(fixture.photos), ".photos-pane")).isTrue();
        window.awaitPhotos(4);

        window.click("#search-box");
        window.paste("#search-box", "name:*.png");
        window.awaitPhotos("the PNG files alone", names -> names.equals(List.of("chessboard.png", "mountains.png")));
        window.paste("#search-box", " colour:red ");
        window.awaitText("Column 12: There is no filter");
        assertThat(window.photos()).as("the answer before stays").containsExactly("chessboard.png", "mountains.png");

        window.press(KeyCode.ESCAPE);
        window.awaitPhotos(4);
        assertThat(window.shows("#query-hint")).isFalse();
        window.paste("#search-box", "name:nothing");
        window.awaitText("No photo fits");
    }

    @Test
    void whatIsTypedIsCompletedAndEnterSearchesUnlessSomethingIsChosen() {
        assertThat(window.drop(DragAndDrop.files(fixture.photos), ".photos-pane")).isTrue();
        window.awaitPhotos(4);

        window.click("#search-box");
        window.paste("#search-box", "ty");
        window.awaitNode("#completion");
        window.press(KeyCode.TAB);
        window.awaitTyped("type:");
        window.awaitNode("#completion");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        window.awaitTyped("type:png ");
        window.awaitPhotos("the PNG files alone", names -> names.equals(List.of("chessboard.png", "mountains.png")));

        window.paste("#search-box", "or");
        window.awaitNode("#completion");
        window.press(KeyCode.ESCAPE);
        window.awaitNoNode("#completion");
        window.awaitTyped("type:png or");
        window.paste("#search-box", "i");
        window.awaitNode("#completion");
        window.press(KeyCode.ENTER);
        window.awaitNoNode("#completion");
        window.awaitTyped("type:png ori");
    }
}
