package semblance.app.window;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.Wiring;
import semblance.app.cli.CommandLineProgram;
import semblance.app.window.testing.Ui;
import semblance.indexer.PhotoLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// Starting Semblance while its library is open already.
class SecondStartTest {
    private final ByteArrayOutputStream messages = new ByteArrayOutputStream();
    private WindowFixture fixture;
    private final List<WindowDriver> windows = new ArrayList<>();
    private final CountDownLatch decoding = new CountDownLatch(1);

    @BeforeEach
    void drawPhotos(@TempDir Path temporary) throws IOException {
        fixture = new WindowFixture(temporary);
        fixture.drawn.sunset("sunset.jpg");
        fixture.drawn.chessboard("chessboard.png");
    }

    @AfterEach
    void close() {
        decoding.countDown();
        windows.forEach(WindowDriver::end);
    }

    @Test
    void aSecondStartHandsItsFolderAndItsQueryToTheFirstWindow() {
        WindowDriver window = open();
        window.awaitText("Choose a folder");

        assertThat(start("--search", "a sunset", fixture.photos.toString())).isZero();

        assertThat(messages.toString(StandardCharsets.UTF_8)).contains("is open already");
        window.awaitPhotos("the folder is indexed and searched", names -> names.size() == 2
                && names.getFirst().equals("sunset.jpg · file name “sunset”"));
        window.awaitTyped("a sunset");
    }

    @Test
    void aWindowThatFinishesInTheBackgroundComesBackToTheFront() {
        fixture.holdDecoding(decoding);
        WindowDriver window = open(fixture.photos);
        window.awaitText("Indexing 0 of 2");
        window.pressClose();
        window.click("#finish-in-background");
        Ui.await("the window is hidden", () -> !window.isShowing());

        assertThat(start()).isZero();

        Ui.await("the window is shown", window::isShowing);
    }

    @Test
    void aWindowWhoseLibraryACommandIsWritingSaysSoAndOpensOnceThatIsDone() {
        try (PhotoLibrary _ = fixture.library()) {
            open(fixture.photos).awaitText("Another Semblance is writing it");
        }

        windows.getFirst().awaitPhotos(2);
    }

    private WindowDriver open(Path... folders) {
        WindowDriver window = WindowDriver.open(fixture.services(), folders);
        windows.add(window);
        return window;
    }

    /// Starts it as the launcher does, in this process: it has to hand over before it would open a window of its own.
    private int start(String... arguments) {
        PrintStream err = new PrintStream(messages, true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of("SEMBLANCE_DATA", fixture.data().toString(), "SEMBLANCE_CACHE",
                fixture.location().cache().toString());
        return new CommandLineProgram(Wiring::new, environment, err, err).run(arguments);
    }
}
