package semblance.app.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.image.Image;

import semblance.app.concurrent.TaskRunner;
import semblance.app.window.drop.Dropped;
import semblance.app.window.grid.PhotoActions;
import semblance.app.window.wording.FailureText;

/// Decides what becomes of things dropped: folders join the library, a picture is searched by, and in the tag area all
/// are tagged.
final class DropRouter {
    private final LibrarySession session;
    private final TaskRunner tasks;
    private final Consumer<String> tell;

    /// @param tell says something to the user
    DropRouter(LibrarySession session, TaskRunner tasks, Consumer<String> tell) {
        this.session = session;
        this.tasks = tasks;
        this.tell = tell;
    }

    void onPhotos(Dropped dropped) {
        session.indexing().add(dropped.folders());
        if (!dropped.files().isEmpty()) {
            session.search().pictures()
                    .set(dropped.files().stream().limit(PhotoActions.MOST_LIKED).toList());
        } else {
            withoutFile(dropped, file -> session.search().pictures().set(List.of(file)));
        }
    }

    void onTags(Dropped dropped) {
        List<Path> all = new ArrayList<>(dropped.folders());
        all.addAll(dropped.files());
        if (!all.isEmpty()) {
            session.tags().add(all);
        } else {
            withoutFile(dropped, file -> session.tags().add(List.of(file)));
        }
    }

    private void withoutFile(Dropped dropped, Consumer<Path> taker) {
        Image image = dropped.image();
        if (image != null) {
            tasks.run(() -> session.droppedImages().keep(image), taker,
                    failure -> tell.accept(FailureText.of(failure)));
        } else if (dropped.address() != null) {
            tell.accept("Only the address of that picture was dropped, and Semblance fetches nothing from the web."
                    + " Save the picture first, then drop its file.");
        }
    }
}
