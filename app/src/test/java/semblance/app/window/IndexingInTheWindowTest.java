package semblance.app.window;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.settings.OnClose;
import semblance.app.window.testing.DragAndDrop;
import semblance.app.window.testing.Ui;

import static org.assertj.core.api.Assertions.assertThat;

/// Indexing as the window shows it, and closing the window meanwhile.
class IndexingInTheWindowTest {
    private final CountDownLatch decoding = new CountDownLatch(1);
    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        fixture.drawn.sunset("sunset.jpg");
        fixture.drawn.mountains("mountains.png");
        fixture.holdDecoding(decoding);
        window = WindowDriver.open(fixture.services());
        window.awaitText("Choose a folder");
    }

    @AfterEach
    void close() {
        decoding.countDown();
        window.end();
    }

    @Test
    void progressIsShownUntilThePhotosAreThere() {
        window.drop(DragAndDrop.files(fixture.photos), "#search-box");
        window.awaitNode("#indexing-bar");
        window.awaitText("Indexing 0 of 2");
        window.awaitText("Looking through your photos");

        decoding.countDown();
        window.awaitPhotos(2);
        window.awaitNoNode("#indexing-bar");
        window.awaitText("2 photos");
    }

    /// More photos than are under way at a time: the walk is over long before the last of them is taken up.
    @Test
    void howFarItIsIsKnownAsSoonAsTheFoldersHaveBeenWalked() throws IOException {
        byte[] jpeg = Files.readAllBytes(fixture.photos.resolve("sunset.jpg"));
        for (int i = 0; i < 600; i++) {
            Files.write(fixture.photos.resolve(i + ".jpg"),
                    ByteBuffer.allocate(jpeg.length + 4).put(jpeg).putInt(i).array());
        }
        window.drop(DragAndDrop.files(fixture.photos), "#search-box");
        window.awaitNode("#indexing-bar:determinate");
        window.awaitText("Indexing 0 of 602");
    }

    @Test
    void indexingCanBeStoppedAndGoesOnWithTheNextLook() {
        window.drop(DragAndDrop.files(fixture.photos), "#search-box");
        window.click("#stop-indexing");
        decoding.countDown();
        window.awaitText("Stopped. What was indexed is kept.");

        window.click("#folders");
        window.click("#rescan");
        window.awaitPhotos(2);
    }

    @Test
    void picturesThatCannotBeReadAreListedWithTheReason() throws IOException {
        Path broken = fixture.photos.resolve("broken.jpg");
        byte[] whole = Files.readAllBytes(fixture.photos.resolve("sunset.jpg"));
        Files.write(broken, Arrays.copyOf(whole, 300));
        decoding.countDown();
        window.drop(DragAndDrop.files(fixture.photos), "#search-box");

        window.awaitText("1 could not be read");
        window.click("#failures");
        window.awaitNode("#failure-list");
        window.awaitText(broken.toString());
        window.press(KeyCode.ESCAPE);
        window.awaitNoNode("#failure-list");
    }

    @Test
    void indexingIsPausedAndGoesOn() {
        index();
        window.click("#pause-indexing");
        window.awaitText("Paused at 0 of 2");
        decoding.countDown();
        window.awaitText("Go on");

        window.click("#pause-indexing");

        window.awaitPhotos(2);
    }

    @Test
    void aPausedRunIsFinishedInTheBackgroundNevertheless() {
        index();
        window.click("#pause-indexing");
        window.awaitText("Paused at 0 of 2");
        decoding.countDown();
        window.pressClose();
        window.click("#finish-in-background");

        Ui.await("the program ends", window::hasEnded);
        assertThat(photosInLibrary()).isEqualTo(2);
    }

    @Test
    void theQuestionOnClosingLeavesTheWindowOpenWhenItIsCancelled() {
        index();
        window.pressClose();
        window.awaitText("Photos are still being indexed");
        assertThat(window.drawnText("#finish-in-background")).isEqualTo("Finish in the background");
        window.click("#cancel-closing");

        window.awaitNoNode("#closing");
        assertThat(window.isShowing()).isTrue();
        assertThat(window.hasEnded()).isFalse();
    }

    @Test
    void finishingInTheBackgroundHidesTheWindowAndEndsByItself() {
        index();
        window.pressClose();
        window.click("#finish-in-background");
        Ui.await("the window is hidden", () -> !window.isShowing());
        assertThat(window.hasEnded()).isFalse();

        decoding.countDown();
        Ui.await("the program ends", window::hasEnded);
        assertThat(photosInLibrary()).isEqualTo(2);
        assertThat(fixture.settings.load().onClose()).as("asked again next time").isEqualTo(OnClose.ASK);
    }

    @Test
    void stoppingEndsSoonAndTheAnswerIsRememberedIfWished() {
        index();
        window.pressClose();
        window.click("#remember-closing");
        window.click("#stop-now");
        decoding.countDown();
        Ui.await("the program ends", window::hasEnded);

        assertThat(fixture.settings.load().onClose()).isEqualTo(OnClose.STOP);
    }

    @Test
    void aRememberedAnswerIsNotAskedForAgain() throws IOException {
        window.end();
        fixture.settings.save(fixture.settings.load().withOnClose(OnClose.FINISH));
        window = WindowDriver.open(fixture.services());
        index();
        window.pressClose();

        Ui.await("the window is hidden", () -> !window.isShowing());
        assertThat(window.hasEnded()).isFalse();
    }

    @Test
    void aFolderIsRemovedFromTheMenuThatListsIt() {
        decoding.countDown();
        window.drop(DragAndDrop.files(fixture.photos), "#search-box");
        window.awaitPhotos(2);

        Ui.run(() -> ((MenuButton) window.scene().lookup("#folders")).getItems().stream()
                .filter(item -> item.getText() != null && item.getText().startsWith(fixture.photos.toString()))
                .flatMap(item -> ((Menu) item).getItems().stream())
                .filter(item -> item.getText().equals("Remove from the library")).findFirst().orElseThrow().fire());

        window.awaitText("Choose a folder");
        assertThat(fixture.photos.resolve("sunset.jpg")).exists();
    }

    private void index() {
        window.drop(DragAndDrop.files(fixture.photos), "#search-box");
        window.awaitText("Indexing 0 of 2");
    }

    private long photosInLibrary() {
        try (var library = fixture.library()) {
            return library.indexing().counts().indexed();
        }
    }
}
