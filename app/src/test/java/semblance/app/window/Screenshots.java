package semblance.app.window;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.transform.Scale;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.window.tag.SuggestedTag;
import semblance.app.window.testing.DragAndDrop;
import semblance.app.window.testing.DrawnAlbum;
import semblance.app.window.testing.Ui;

/// Pictures of the window over a folder of photos, for the README and to look at. Not a test: run with the profile
/// `screenshots` and these properties.
///
/// - `semblance.screenshots.to`: where the pictures go
/// - `semblance.screenshots.photos`: the folder; without it a folder of drawn pictures, which may be shown to anybody
/// - `semblance.screenshots.query`: what is searched
/// - `semblance.screenshots.blur`: `true` blurs the photos, for those that may not be shown to others
@Tag("screenshots")
class Screenshots {
    private static final String QUERY = System.getProperty("semblance.screenshots.query", "a sunset over the sea");
    private static final double DENSITY = 1;
    private static final int TAGGED = 8;

    private final Path target = Path.of(Objects.requireNonNull(System.getProperty("semblance.screenshots.to"),
            "set the property semblance.screenshots.to")).toAbsolutePath();
    private final boolean blur = Boolean.getBoolean("semblance.screenshots.blur");

    private static Path photos(Path temporary) throws IOException {
        String chosen = System.getProperty("semblance.screenshots.photos");
        return chosen == null
                ? new DrawnAlbum().fill(temporary.resolve("Pictures"))
                : Path.of(chosen).toAbsolutePath();
    }

    @Test
    void takeThem(@TempDir Path temporary) throws Exception {
        Files.createDirectories(target);
        Path photos = photos(temporary.toRealPath());
        WindowFixture fixture = new WindowFixture(temporary);
        WindowDriver window = WindowDriver.open(services(fixture));
        window.awaitText("Choose a folder");
        take(window, "empty");
        window.drop(DragAndDrop.files(photos), ".photos-pane");
        window.awaitPhotos("the first photos are there", names -> !names.isEmpty());
        take(window, "indexing");
        window.end();
        fixture.index();
        fixture.settings.save(fixture.settings.load().withModelOffered());
        window = WindowDriver.open(services(fixture));
        window.awaitPhotos("all are there", names -> !names.isEmpty());
        window.awaitNoNode("#indexing-bar");
        take(window, "library");
        window.search(QUERY);
        window.awaitNode("#matches");
        window.awaitPhotos("results", names -> !names.isEmpty());
        take(window, "search");
        window.click("#details-button");
        window.click("#search-box");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.SHIFT, KeyCode.RIGHT);
        window.press(KeyCode.SHIFT, KeyCode.RIGHT);
        window.awaitText("3 photos selected");
        take(window, "selected");
        window.press(KeyCode.ESCAPE);
        window.click("#details-button");
        Ui.run(() -> Theme.apply(ColorScheme.DARK));
        take(window, "search-dark");
        tags(window, photos);
        take(window, "tags-dark");
        Ui.run(() -> Theme.apply(ColorScheme.LIGHT));
        take(window, "tags");
        window.click("#models-tab");
        window.awaitText("The CPU computes.");
        take(window, "models");
        window.end();
    }

    /// With the tags that the program suggests.
    private static WindowServices services(WindowFixture fixture) {
        WindowServices services = fixture.services();
        return new WindowServices(services.data(), services.scratch(), services.settings(), services.library(),
                library -> picture -> library.tags().suggest(Files.readAllBytes(picture)).stream()
                        .map(tag -> new SuggestedTag(tag.tag(), tag.certainty())).toList(),
                services.models(), services.desktop());
    }

    private void tags(WindowDriver window, Path photos) throws IOException {
        try (Stream<Path> files = Files.list(photos)) {
            List<Path> all = files.sorted().toList();
            List<Path> some = IntStream.range(0, TAGGED).mapToObj(i -> all.get(i * all.size() / TAGGED)).toList();
            window.click("#tags-tab");
            window.drop(DragAndDrop.files(some.toArray(Path[]::new)), "#tag-pane");
            window.awaitText(some.size() + " pictures tagged");
        }
        window.awaitPictures();
    }

    private void take(WindowDriver window, String name) throws IOException {
        WritableImage picture = Ui.call(() -> snapshot(window.scene()));
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        int[] argb = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        ImageIO.write(image, "png", target.resolve(name + ".png").toFile());
    }

    private WritableImage snapshot(Scene scene) {
        for (Node node : scene.getRoot().lookupAll(".image-view")) {
            if (blur && node instanceof ImageView view) {
                view.setEffect(new GaussianBlur(12));
            }
        }
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(DENSITY, DENSITY));
        return scene.getRoot().snapshot(parameters, null);
    }
}
