package semblance.app.window.drop;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.image.Image;
import javafx.scene.input.Dragboard;

import org.jspecify.annotations.Nullable;

/// What was dragged into the window.
///
/// @param folders that exist
/// @param files   that exist and are no folders
/// @param image   a picture without a file, as browsers drag it; null if there is none or a file stands for it
/// @param address of something elsewhere, which cannot be had because nothing is fetched from a network; else null
public record Dropped(List<Path> folders, List<Path> files, @Nullable Image image, @Nullable String address) {
    /// Whether the window could use what is being dragged; without looking at it closely.
    static boolean mayBeUsed(Dragboard dragboard) {
        return dragboard.hasFiles() || dragboard.hasImage() || dragboard.hasUrl();
    }

    /// Looks at what was dropped.
    static Dropped of(Dragboard dragboard) {
        List<Path> folders = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Path path : paths(dragboard)) {
            if (Files.isDirectory(path)) {
                folders.add(path);
            } else if (Files.exists(path)) {
                files.add(path);
            }
        }
        if (!folders.isEmpty() || !files.isEmpty()) {
            return new Dropped(folders, files, null, null);
        }
        String url = dragboard.hasUrl() ? dragboard.getUrl() : null;
        Image image = dragboard.hasImage() ? dragboard.getImage() : inAddress(url);
        return new Dropped(List.of(), List.of(), image, image == null ? url : null);
    }

    private static List<Path> paths(Dragboard dragboard) {
        if (dragboard.hasFiles()) {
            return dragboard.getFiles().stream().map(file -> file.toPath().toAbsolutePath()).toList();
        }
        String url = dragboard.hasUrl() ? dragboard.getUrl() : "";
        if (!url.toLowerCase(Locale.ROOT).startsWith("file:")) {
            return List.of();
        }
        try {
            return List.of(Path.of(URI.create(url.strip())));
        } catch (IllegalArgumentException | FileSystemNotFoundException _) {
            return List.of(); // an address that only looks like a file's
        }
    }

    /// Browsers write small pictures out in their address.
    private static @Nullable Image inAddress(@Nullable String url) {
        if (url == null || !url.startsWith("data:image/")) {
            return null;
        }
        Image image = new Image(url);
        return image.isError() ? null : image;
    }
}
