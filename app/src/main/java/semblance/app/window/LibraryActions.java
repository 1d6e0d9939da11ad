package semblance.app.window;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

import semblance.app.concurrent.TaskRunner;
import semblance.app.window.grid.PhotoActions;
import semblance.app.window.grid.ShownPhoto;
import semblance.app.window.system.SystemDesktop;
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
    public void open(ShownPhoto photo) {
        Duration moment = photo.moment();
        withFile(photo, desktop::open, _ -> {
            if (moment != null) {
                toUser.accept(VideoText.whereToLook(moment));
            }
        });
    }

    @Override
    public void reveal(ShownPhoto photo) {
        withFile(photo, desktop::reveal, _ -> {
        });
    }

    @Override
    public void copyPath(ShownPhoto photo) {
        withFile(photo, _ -> {
        }, file -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(file.toString());
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    @Override
    public void findSimilar(ShownPhoto photo) {
        withFile(photo, _ -> {
        }, session.search().picture()::set);
    }

    private void withFile(ShownPhoto photo, FileAction inBackground, Consumer<Path> afterwards) {
        tasks.run(() -> {
            Path known = photo.path();
            Path file = known != null
                    ? known
                    : session.library().photos().path(photo.id())
                            .orElseThrow(() -> new NoSuchFileException("of this photo"));
            inBackground.act(file);
            return file;
        }, afterwards, failure -> toUser.accept(FailureText.of(failure)));
    }
}
