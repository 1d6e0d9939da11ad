package semblance.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.scene.robot.Robot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.settings.SettingsFile;
import semblance.app.window.testing.Durations;
import semblance.app.window.testing.LargeLibrary;
import semblance.app.window.testing.Ui;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;
import semblance.model.starter.StarterModel;

/// How the window gets on with many photos. Not a test, for nothing here can fail for being slow: run with the profile
/// `measurements` and these properties. The first run makes the library, every other one measures.
///
/// - `semblance.measurements.library`: where the library of drawn photos lies or is made
/// - `semblance.measurements.photos`: how many it is made of, 100,000 without it
@Tag("measurements")
@Timeout(value = 2, unit = TimeUnit.HOURS)
class WindowMeasurements {
    private static final int STEPS = 400;
    private static final double NOTCH = 120;
    private static final List<String> SUBJECTS = List.of("a dog", "two children", "a red car", "the sea", "mountains",
            "a birthday cake", "an old house", "a cat");
    private static final List<String> PLACES = List.of(" in the snow", " at night", " on grass", " in the rain");

    private final LargeLibrary library = new LargeLibrary(Path.of(Objects.requireNonNull(
            System.getProperty("semblance.measurements.library"), "set the property semblance.measurements.library"))
            .toAbsolutePath());

    @Test
    void measure(@TempDir Path temporary) throws Exception {
        if (!library.exists()) {
            library.make(Integer.getInteger("semblance.measurements.photos", 100_000));
            report("library", "made; run this again to measure");
            return;
        }
        WindowProgram.boundPictureMemory();
        Ui.start();
        WindowFixture fixture = new WindowFixture(temporary);
        WindowServices services = new WindowServices(library.location().data(), temporary.resolve("dropped"),
                new SettingsFile(temporary.resolve("settings.json")),
                () -> PhotoLibrary.open(library.location(), StarterModel.bundled(2), StageObserver.NONE),
                fixture.services().tagger(), fixture.services().desktop());
        long start = System.nanoTime();
        WindowDriver window = WindowDriver.open(services);
        window.awaitPhotos("photos", names -> !names.isEmpty());
        report("from start to pictures", "%.0f ms".formatted((System.nanoTime() - start) / 1e6));
        memory("after the start");
        window.awaitNode("#photo-count");
        window.awaitNoNode("#indexing-bar");
        report("from start to the end of the look for new photos",
                "%.0f ms".formatted((System.nanoTime() - start) / 1e6));
        GridWatch grid = new GridWatch(window);
        type(window, grid);
        memory("after searching");
        grid.after(() -> window.press(KeyCode.ESCAPE));
        scroll(window, grid);
        memory("at the end");
        window.end();
    }

    private static void type(WindowDriver window, GridWatch grid) {
        Durations hits = new Durations();
        Durations first = new Durations();
        Durations all = new Durations();
        window.click("#search-box");
        for (String subject : SUBJECTS) {
            for (String place : PLACES) {
                window.press(Ui.shortcut(), KeyCode.A);
                GridWatch.Shown shown = grid.after(() -> window.type(subject + place));
                hits.add(shown.hits());
                first.add(shown.firstPicture());
                all.add(shown.allPictures());
            }
        }
        report("from the last key to hits", hits.toString());
        report("from the last key to the first picture", first.toString());
        report("from the last key to all pictures", all.toString());
    }

    private static void scroll(WindowDriver window, GridWatch grid) {
        int before = grid.nodes();
        window.clickPhoto(window.photos().getFirst(), MouseButton.PRIMARY);
        Robot robot = Ui.call(Robot::new);
        int[] step = {0};
        ScrollBar bar = Ui.call(() -> window.scene().getRoot().lookupAll(".photo-grid .scroll-bar").stream()
                .map(ScrollBar.class::cast).filter(Node::isVisible).findFirst().orElseThrow());
        report("frames while the wheel turns", grid.frames(() -> {
            Node tile = window.scene().getRoot().lookup(".photo-tile");
            Event.fireEvent(tile, new ScrollEvent(ScrollEvent.SCROLL, 0, 0, 0, 0, false, false, false, false, false,
                    false, 0, -NOTCH, 0, -NOTCH, ScrollEvent.HorizontalTextScrollUnits.NONE, 0,
                    ScrollEvent.VerticalTextScrollUnits.LINES, -3, 0, null));
            return ++step[0] < STEPS;
        }) + place(bar));
        step[0] = 0;
        report("frames while pages are turned", grid.frames(() -> {
            if (step[0] % 4 == 0) {
                robot.keyPress(KeyCode.PAGE_DOWN);
                robot.keyRelease(KeyCode.PAGE_DOWN);
            }
            return ++step[0] < STEPS;
        }) + place(bar));
        window.press(KeyCode.HOME);
        Ui.run(() -> {
            window.scene().getRoot().layout();
            Bounds thumb = screen(bar.lookup(".thumb"));
            robot.mouseMove(thumb.getCenterX(), thumb.getCenterY());
            robot.mousePress(MouseButton.PRIMARY);
        });
        step[0] = 0;
        Bounds track = Ui.call(() -> screen(bar));
        report("frames while the thumb is dragged from top to bottom", grid.frames(() -> {
            robot.mouseMove(track.getCenterX(), track.getMinY() + track.getHeight() * step[0] / STEPS);
            return ++step[0] < STEPS;
        }) + place(bar));
        Ui.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        window.awaitPictures();
        report("nodes", before + " before scrolling, " + grid.nodes() + " after");
    }

    private static String place(ScrollBar bar) {
        return ", then %.1f %% down".formatted(100 * Ui.call(bar::getValue));
    }

    private static Bounds screen(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    private static void memory(String when) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmHWM") || line.startsWith("VmRSS"))
                        .forEach(line -> report("memory " + when, line.replaceAll("\\s+", " ")));
            }
        }
    }

    private static void report(String what, String figures) {
        System.out.printf(Locale.ROOT, "%-55s %s%n", what, figures);
    }
}
