package semblance.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnVideo;
import semblance.app.window.testing.Drawn;

/// Videos among photos: how long they are, and where in them the moment is that was searched for.
class VideosInTheWindowTest {
    private static final String BADGE = ".photo-video";

    private WindowFixture fixture;
    private WindowDriver window;

    @BeforeEach
    void open(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        Drawn frames = new Drawn(temporary.resolve("frames"));
        byte[] first = Files.readAllBytes(frames.chessboard("first.jpg"));
        byte[] then = Files.readAllBytes(frames.sunset("then.jpg"));
        List<byte[]> seconds = Stream.of(Collections.nCopies(14, first), Collections.nCopies(10, then))
                .flatMap(List::stream).toList();
        DrawnVideo.write(fixture.photos.resolve("holiday.avi"), 480, 320, seconds);
        fixture.drawn.mountains("mountains.jpg");
        window = WindowDriver.open(fixture.services(), fixture.photos);
        window.awaitPhotos(2);
    }

    @AfterEach
    void close() {
        window.end();
    }

    /// Of each two seconds the frame of the second one is looked at, for it is the last that can be decoded by itself.
    @Test
    void aVideoSaysHowLongItIsAndAfterASearchWhereTheMomentIs() {
        window.awaitText(BADGE, "▶ 0:24");

        window.search("a sunset over the sea");
        window.awaitText(BADGE, "▶ 0:15 / 0:24");

        window.search("a chessboard");
        window.awaitText(BADGE, "▶ 0:01 / 0:24");

        window.search("type:jpeg");
        window.awaitNoNode(BADGE);
    }
}
