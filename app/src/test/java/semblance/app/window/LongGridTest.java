package semblance.app.window;

import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import semblance.app.concurrent.SameThreadTasks;
import semblance.app.window.grid.GridSection;
import semblance.app.window.grid.PhotoActions;
import semblance.app.window.grid.PhotoGrid;
import semblance.app.window.grid.ShownPhoto;
import semblance.app.window.picture.PhotoMoment;
import semblance.app.window.picture.PictureLoader;
import semblance.app.window.testing.Ui;

import static org.assertj.core.api.Assertions.assertThat;

/// The grid with as many photos as people have.
class LongGridTest {
    private static final int PHOTOS = 100_000;

    private final Stage stage = stage();
    private final PhotoGrid grid = Ui.call(() -> {
        PictureLoader<PhotoMoment> nothing = new PictureLoader<>(new SameThreadTasks(), _ -> {
            throw new IllegalStateException("no pictures here");
        }, 0);
        return new PhotoGrid(nothing, new NoActions());
    });

    private static Stage stage() {
        Ui.start();
        return Ui.call(Stage::new);
    }

    @BeforeEach
    void show() {
        Ui.run(() -> {
            Theme.apply(ColorScheme.LIGHT);
            Scene scene = new Scene(grid, 900, 600);
            scene.getStylesheets().add(
                    Objects.requireNonNull(LibraryWindow.class.getResource("window.css")).toExternalForm());
            stage.setScene(scene);
            stage.show();
            grid.show(List.of(new GridSection("", LongStream.rangeClosed(1, PHOTOS)
                    .mapToObj(id -> new ShownPhoto(id, null, null)).toList())));
        });
        Ui.await("photos are shown", () -> grid.lookup(".photo-tile") != null && grid.lookup(".thumb") != null);
    }

    @AfterEach
    void close() {
        Ui.run(stage::close);
    }

    @Test
    void itHasNodesForWhatCanBeSeenOnly() {
        int before = nodes();
        Ui.run(() -> {
            grid.focus();
            new Robot().keyType(KeyCode.END);
        });
        Ui.await("the last photo is selected", () -> selected() == PHOTOS);
        assertThat(nodes()).isLessThan(2 * before).isLessThan(1000);
    }

    @Test
    void itsScrollBarCanBeCaught() {
        assertThat(Ui.call(() -> screen(grid.lookup(".thumb")).getHeight())).isGreaterThan(30);
    }

    private long selected() {
        ShownPhoto photo = grid.selection().get().lead().orElse(null);
        return photo == null ? -1 : photo.id();
    }

    private int nodes() {
        return Ui.call(() -> grid.lookupAll("*").size());
    }

    private static Bounds screen(Node node) {
        return node.localToScreen(node.getBoundsInLocal());
    }

    @Test
    void allOfThemAreSelectedAndRangesToo() {
        press(Ui.shortcut(), KeyCode.A);
        Ui.await("all are selected", () -> grid.selection().get().count() == PHOTOS);
        Ui.run(() -> new Robot().keyType(KeyCode.END));
        press(KeyCode.SHIFT, KeyCode.HOME);
        Ui.await("the range is from end to end", () -> grid.selection().get().count() == PHOTOS && selected() == 1);
        Ui.run(() -> new Robot().keyType(KeyCode.RIGHT));
        Ui.await("one is selected", () -> grid.selection().get().count() == 1 && selected() == 2);
    }

    private void press(KeyCode held, KeyCode key) {
        Ui.run(() -> {
            grid.focus();
            Robot robot = new Robot();
            robot.keyPress(held);
            robot.keyType(key);
            robot.keyRelease(held);
        });
    }

    /// Nobody does anything with photos here.
    private static final class NoActions implements PhotoActions {
        @Override
        public void open(List<ShownPhoto> photos) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reveal(ShownPhoto photo) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void copyPaths(List<ShownPhoto> photos) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void findSimilar(List<ShownPhoto> photos) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void showOccasion(ShownPhoto photo) {
            throw new UnsupportedOperationException();
        }
    }
}
