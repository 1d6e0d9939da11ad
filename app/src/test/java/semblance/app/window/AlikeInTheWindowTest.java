package semblance.app.window;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Photos that show the same shot.
class AlikeInTheWindowTest {
    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        fixture.drawn.sunset("sunset.jpg");
        fixture.drawn.sunset("sunset saved anew.png");
        fixture.drawn.sunset("sunset once more.bmp");
        fixture.drawn.mountains("mountains.jpg");
        window = WindowDriver.open(fixture.services(), fixture.photos);
        window.awaitPhotos(4);
    }

    @AfterEach
    void close() {
        window.end();
    }

    @Test
    void duplicatesSayTheirPlaceAmongThoseLikeThem() {
        window.search("is:duplicate");

        window.awaitPhotos(3);
        window.awaitText("1 of 3 alike");
        window.awaitText("2 of 3 alike");
        window.awaitText("3 of 3 alike");
        assertThat(window.photos()).noneMatch(name -> name.startsWith("mountains"));
    }
}
