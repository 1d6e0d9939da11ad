package semblance.app.window;

import java.util.Collection;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;

import semblance.app.window.testing.Durations;
import semblance.app.window.testing.Ui;

/// Looks at the grid of a window from frame to frame: when it shows other photos, when their pictures are there, and how
/// long frames take. Called on the measuring thread.
final class GridWatch {
    private static final long QUIET_NANOS = 500_000_000;

    private final WindowDriver window;
    private final Scene scene;
    private final ListView<?> list;
    private volatile long asked;
    private volatile long changed;
    private volatile long shown;
    private volatile long firstPicture;
    private volatile long allPictures;

    GridWatch(WindowDriver window) {
        this.window = window;
        this.scene = window.scene();
        this.list = (ListView<?>) Ui.call(() -> scene.getRoot().lookup("#photo-list"));
        Ui.run(() -> {
            list.getItems().addListener((ListChangeListener<Object>) _ -> {
                changed = System.nanoTime();
                shown = 0;
                firstPicture = 0;
                allPictures = 0;
            });
            scene.addPostLayoutPulseListener(this::pulse);
            scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> {
                asked = System.nanoTime();
                changed = 0;
            });
        });
    }

    private void pulse() {
        long now = System.nanoTime();
        if (changed != 0 && shown == 0) {
            shown = now;
        }
        if (changed != 0 && allPictures == 0) {
            Collection<Node> pictures = window.visiblePictures();
            if (firstPicture == 0 && pictures.stream().anyMatch(GridWatch::isThere)) {
                firstPicture = now;
            }
            if (!pictures.isEmpty() && pictures.stream().allMatch(GridWatch::isThere)) {
                allPictures = now;
            }
        }
    }

    private static boolean isThere(Node node) {
        return node instanceof ImageView view && view.getImage() != null;
    }

    /// When the photos shown now were laid out, and when the first and the last of their pictures were there, in
    /// nanoseconds from the last key.
    record Shown(long hits, long firstPicture, long allPictures) {
    }

    /// Presses keys and waits until the grid has come to rest with other photos, the last of several if there are more.
    Shown after(Runnable keys) {
        keys.run();
        Ui.await("other photos",
                () -> changed != 0 && allPictures > changed && System.nanoTime() - changed > QUIET_NANOS,
                () -> "changed at " + changed + ", all pictures at " + allPictures);
        return new Shown(shown - asked, firstPicture - asked, allPictures - asked);
    }

    /// Does something before every frame until it has had enough.
    ///
    /// @return the time from frame to frame
    Durations frames(BooleanSupplier step) {
        Durations durations = new Durations();
        boolean[] done = {false};
        AnimationTimer timer = new AnimationTimer() {
            private long last;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (last != 0) {
                    durations.add(time - last);
                }
                last = time;
                if (!step.getAsBoolean()) {
                    stop();
                    done[0] = true;
                }
            }
        };
        Ui.run(timer::start);
        Ui.await("the last frame", () -> done[0]);
        return durations;
    }

    int nodes() {
        return Ui.call(() -> scene.getRoot().lookupAll("*").size());
    }
}
