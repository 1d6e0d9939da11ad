package semblance.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.testing.DragAndDrop;

import static org.assertj.core.api.Assertions.assertThat;

/// What is known of the photo that is selected.
class DetailsInTheWindowTest {
    private static final String SIDECAR = """
                                          <x:xmpmeta xmlns:x="adobe:ns:meta/">
                                          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                                          <rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:Rating="4"
                                           xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
                                           photoshop:DateCreated="1987-06-05"/></rdf:RDF></x:xmpmeta>
                                          """;
    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        fixture.drawn.sunset("sunset.jpg");
        fixture.drawn.chessboard("chessboard.png");
        Files.writeString(fixture.photos.resolve("sunset.jpg.xmp"), SIDECAR);
        window = WindowDriver.open(fixture.services());
    }

    @AfterEach
    void close() {
        window.end();
    }

    @Test
    void theDetailsOfTheSelectedPhotoAreShownOnRequest() {
        assertThat(window.drop(DragAndDrop.files(fixture.photos), ".photos-pane")).isTrue();
        window.awaitPhotos(2);
        assertThat(window.shows("#details")).isFalse();

        window.click("#details-button");
        window.awaitText("#detail-nothing", "Select a photo");
        window.clickPhoto("sunset.jpg", MouseButton.PRIMARY);
        window.awaitText("#detail-rating", "★★★★☆");
        window.awaitText("#detail-taken", "1987");
        window.awaitText("#detail-path", fixture.photos.resolve("sunset.jpg").toString());

        window.press(KeyCode.LEFT);
        window.awaitText("#detail-file-name", "chessboard.png");
        window.awaitText("#detail-taken", "when the file was last changed");
        assertThat(window.shows("#detail-rating")).isFalse();

        window.click("#details-button");
        window.awaitNoNode("#details");
    }
}
