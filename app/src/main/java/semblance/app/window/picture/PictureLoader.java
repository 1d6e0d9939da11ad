package semblance.app.window.picture;

import java.io.ByteArrayInputStream;
import java.util.function.Consumer;
import javafx.scene.image.Image;

import semblance.app.concurrent.TaskRunner;
import semblance.app.concurrent.TaskRunner.Cancellation;

/// Brings small pictures to the screen: read and decoded in the background, in the size that is asked for, and kept for
/// a while. Called on the UI thread.
///
/// @param <K> what names a picture
public final class PictureLoader<K> {
    /// One size for many zoom levels, so that moving the slider does not decode everything at each step.
    private static final int[] EDGES = {192, 256, 352, 512};

    private record Key<K>(K name, int edge) {
    }

    private final TaskRunner tasks;
    private final PictureSource<K> source;
    private final PictureCache<Key<K>> cache;

    public PictureLoader(TaskRunner tasks, PictureSource<K> source, long cacheBytes) {
        this.tasks = tasks;
        this.source = source;
        this.cache = new PictureCache<>(cacheBytes);
    }

    /// Asks for a picture.
    ///
    /// @param longestEdge  of the picture as it is shown, in pixels of the screen
    /// @param onPicture called once, at once if the picture is at hand
    /// @param onFailure called instead if there is none to be had
    /// @return to call it off
    public Cancellation load(K name, double longestEdge, Consumer<ShownPicture> onPicture,
            Consumer<Exception> onFailure) {
        Key<K> key = new Key<>(name, atLeast(longestEdge));
        var cached = cache.get(key);
        if (cached.isPresent()) {
            onPicture.accept(cached.get());
            return Cancellation.NONE;
        }
        return tasks.run(() -> decode(source.load(name), key.edge()), picture -> {
            cache.put(key, picture);
            onPicture.accept(picture);
        }, onFailure);
    }

    private static int atLeast(double edge) {
        for (int offered : EDGES) {
            if (offered >= edge) {
                return offered;
            }
        }
        return EDGES[EDGES.length - 1];
    }

    private static ShownPicture decode(LoadedPicture picture, int edge) throws Exception {
        Image image = new Image(new ByteArrayInputStream(picture.jpeg()), edge, edge, true, true);
        if (image.isError()) {
            throw image.getException();
        }
        return new ShownPicture(picture.file(), image, picture.video());
    }
}
