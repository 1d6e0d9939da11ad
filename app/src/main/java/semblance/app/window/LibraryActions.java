package semblance.app.window;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import semblance.app.concurrent.TaskRunner;
import semblance.app.window.grid.PhotoActions;
import semblance.app.window.grid.ShownPhoto;
import semblance.app.window.system.SystemDesktop;
import semblance.app.window.wording.Counted;
import semblance.app.window.wording.FailureText;
import semblance.app.window.wording.VideoText;

/// What the grid's photos are asked to do.
final class LibraryActions implements PhotoActions {
    private final LibrarySession session;
    private final TaskRunner tasks;
    private final SystemDesktop desktop;
    private final Consumer<String> toUser;

    /// @param toUser told what went wrong, or should be known, in words for the user
    LibraryActions(LibrarySession session, TaskRunner tasks, SystemDesktop desktop, Consumer<String> toUser) {
        this.session = session;
        this.tasks = tasks;
        this.desktop = desktop;
        this.toUser = toUser;
    }

    /// Something to do with a file in the background.
    @FunctionalInterface
    private interface FileAction {
        void act(Path file) throws IOException;
    }

    @Override
    public void open(List<ShownPhoto> photos) {
        Duration moment = photos.getFirst().moment();
        withFiles(photos, desktop::open, _ -> {
            if (photos.size() == 1 && moment != null) {
                toUser.accept(VideoText.whereToLook(moment));
            }
        });
    }

    @Override
    public void reveal(ShownPhoto photo) {
        withFiles(List.of(photo), desktop::reveal, _ -> {
        });
    }

    @Override
    public void copyPaths(List<ShownPhoto> photos) {
        withFiles(photos, _ -> {
        }, files -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(files.stream().map(Path::toString).collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
            if (files.size() > 1) {
                toUser.accept("Copied " + Counted.of(files.size(), "path") + ".");
            }
        });
    }

    @Override
    public void findSimilar(List<ShownPhoto> photos) {
        withFiles(photos, _ -> {
        }, session.search().pictures()::set);
    }

    @Override
    public void showOccasion(ShownPhoto photo) {
        session.search().lookAtMoment(photo.id());
    }

    private void withFiles(List<ShownPhoto> photos, FileAction inBackground, Consumer<List<Path>> afterwards) {
        tasks.run(() -> {
            Map<Long, Path> unknown = session.library().photos().paths(
                    photos.stream().filter(photo -> photo.path() == null).map(ShownPhoto::id).toList());
            List<Path> files = new ArrayList<>();
            for (ShownPhoto photo : photos) {
                Path known = photo.path() == null ? unknown.get(photo.id()) : photo.path();
                if (known == null) {
                    throw new NoSuchFileException("of this photo");
                }
                inBackground.act(known);
                files.add(known);
            }
            return files;
        }, afterwards, failure -> toUser.accept(FailureText.of(failure)));
    }
}
