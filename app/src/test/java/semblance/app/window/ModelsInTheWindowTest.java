package semblance.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.testing.DragAndDrop;
import semblance.app.window.testing.Ui;
import semblance.indexer.PhotoLibrary;
import semblance.model.card.BuiltInCards;
import semblance.model.testing.Seed;
import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.Reply;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;

/// Another model, from the offer to its use, as the window shows it.
class ModelsInTheWindowTest {
    private static final String VISION = "onnx/vision_model.onnx";

    private final CountDownLatch held = new CountDownLatch(1);
    private WindowFixture fixture;
    private TestHub hub;
    private PublishedModel published;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        fixture.drawn.sunset("sunset.jpg");
        fixture.drawn.mountains("mountains.png");
        hub = TestHub.start();
        published = PublishedModel.on(hub, TinyModel.clipVit(Seed.next("ModelsInTheWindowTest").random()),
                temporary.resolve("tiny"), "mul");
        fixture.publish(hub.address(), published.card());
        window = WindowDriver.open(fixture.services());
        window.awaitText("Choose a folder");
    }

    @AfterEach
    void close() {
        window.end();
        held.countDown();
        hub.close();
    }

    /// Half of a file comes, and then nothing until the test says so.
    private void hold() {
        hub.next(published.at(VISION), Reply.stalled(hub.content(published.at(VISION)).length / 2, held));
    }

    private void index() {
        window.drop(DragAndDrop.files(fixture.photos), "#search-box");
        window.awaitPhotos(2);
    }

    private void download() {
        window.click("#models-tab");
        window.click("#download-tiny");
        window.awaitText("Licence MIT");
        window.click("#yes-tiny");
    }

    @Test
    void aBetterModelIsOfferedDownloadedFilledBesideAndUsed() {
        index();
        window.awaitText("A better model can be had, Tiny tiny: Knows more than the starter.");
        window.click("#model-notice-act");
        window.awaitText("The CPU computes.");
        window.awaitText("#badge-" + BuiltInCards.STARTER, "In use");
        hold();
        window.click("#download-tiny");
        window.awaitText("Licence MIT");
        window.click("#yes-tiny");
        window.awaitNode("#progress-tiny");
        window.click("#photos-tab");
        window.search("a sunset");
        window.awaitPhotos(2);
        window.click("#models-tab");
        held.countDown();

        window.click("#use-tiny");

        window.awaitText("#badge-" + BuiltInCards.STARTER, "Comes with Semblance");
        window.awaitText("#badge-tiny", "In use");
        window.click("#photos-tab");
        window.search("mountains");
        window.awaitPhotos(2);
        window.end();
        try (PhotoLibrary library = fixture.library()) {
            assertThat(library.models().answering()).contains("tiny");
            assertThat(library.models().encoded(published.card().space().id())).isEqualTo(2);
        }
        assertThat(fixture.settings.load().modelOffered()).isTrue();
    }

    @Test
    void aDownloadIsBrokenOffAndGoesOn() {
        hold();
        download();
        window.awaitNode("#progress-tiny");
        window.click("#cancel-tiny");
        held.countDown();
        window.awaitText("#badge-tiny", "Partly downloaded");

        window.click("#download-tiny");
        window.click("#yes-tiny");

        window.awaitNode("#use-tiny");
    }

    @Test
    void whatIsNotAsPublishedIsNotTakenInAndTheReasonIsShown() {
        byte[] other = hub.content(published.at(VISION));
        other[0] ^= 1;
        hub.next(published.at(VISION), Reply.whole(other));
        download();

        window.awaitText("#trouble-tiny", "onnx");
        assertThat(window.shows("#use-tiny")).isFalse();
        window.click("#download-tiny");
        window.click("#yes-tiny");
        window.awaitNode("#use-tiny");
        assertThat(window.shows("#trouble-tiny")).isFalse();
    }

    @Test
    void aModelIsRemovedOnceItsUserHasAgreed() {
        download();
        window.click("#remove-tiny");
        window.awaitText("#question-tiny", "can be downloaded again");

        window.click("#yes-tiny");

        window.awaitNode("#download-tiny");
        assertThat(fixture.data().resolve("models/tiny")).doesNotExist();
    }

    @Test
    void aModelThatIsInUseHasNoButtonToRemoveIt() {
        index();
        download();
        window.click("#use-tiny");
        window.awaitText("#badge-tiny", "In use");

        assertThat(window.shows("#remove-tiny")).isFalse();
        window.click("#use-" + BuiltInCards.STARTER);
        window.awaitText("#badge-" + BuiltInCards.STARTER, "In use");
        window.awaitNode("#remove-tiny");
    }

    @Test
    void aQueryInAnotherScriptThanTheModelHasLearntSaysSo() {
        index();
        window.search("\u6d77\u6ee9");

        window.awaitText("Chinese characters");
        window.search("a beach");
        window.awaitText("A better model can be had");
        window.click("#model-notice-close");
        window.awaitNoNode("#model-notice");
        window.search("\u6d77");
        window.awaitText("Chinese characters");
        window.click("#model-notice-act");
        window.awaitNode("#model-tiny");
    }

    @Test
    void whereAModelIsPublishedIsShownInTheBrowser() {
        window.click("#models-tab");
        window.click("#page-tiny");

        String asked = "browse https://huggingface.co/tiny/tiny";
        Ui.await("the desktop is asked to " + asked, () -> fixture.asked.equals(List.of(asked)),
                fixture.asked::toString);
    }
}
