package semblance.app.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.app.instance.RunningWindow;
import semblance.app.instance.StartRequest;
import semblance.app.settings.Settings;

/// The program with a window: from its start to its end, or until another window has taken over what it was asked for.
public final class WindowProgram {
    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);

    private static final String PICTURE_MEMORY = "prism.maxvram";

    private final WindowServices services;

    public WindowProgram(WindowServices services) {
        this.services = services;
    }

    /// How the program ended.
    public enum Outcome {
        /// The user closed the window.
        CLOSED,
        /// A window that was open already took the request.
        HANDED_OVER
    }

    /// Runs it; returns when it has ended. Once per process.
    ///
    /// @throws NoDisplayException if there is no screen to show a window on
    public Outcome run(StartRequest request) {
        return run(request, Duration.INDEFINITE);
    }

    /// Runs it on no screen, and closes the window after some time.
    public void rehearse(StartRequest request, java.time.Duration length) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        run(request, Duration.millis((double) length.toMillis()));
    }

    private Outcome run(StartRequest request, Duration length) {
        if (new RunningWindow(services.data()).accepts(request)) {
            return Outcome.HANDED_OVER;
        }
        Settings settings = services.settings().load();
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        try {
            boundPictureMemory();
            Platform.startup(() -> start(request, length, settings, end));
        } catch (UnsupportedOperationException | IllegalStateException e) {
            throw new NoDisplayException(e);
        }
        try {
            return end.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        } finally {
            Platform.exit();
        }
    }

    /// JavaFX keeps pictures that it has drawn in up to 512 MB, which without a graphics card is ordinary memory. What it
    /// lets go it takes from the window's own cache again. Before the toolkit starts.
    static void boundPictureMemory() {
        if (System.getProperty(PICTURE_MEMORY) == null) {
            System.setProperty(PICTURE_MEMORY, "96m");
        }
    }

    private void start(StartRequest request, Duration length, Settings settings, CompletableFuture<Outcome> end) {
        try {
            Thread.currentThread()
                    .setUncaughtExceptionHandler((_, e) -> LOG.error("the window met something unexpected", e));
            Platform.setImplicitExit(false);
            Theme.follow();
            Stage stage = new Stage();
            new LibraryWindow(services, settings, Lanes.start(Platform::runLater), stage,
                    () -> end.complete(Outcome.CLOSED)).show(request);
            if (!length.isIndefinite()) {
                closeAfter(length, stage);
            }
        } catch (RuntimeException e) {
            end.completeExceptionally(e);
        }
    }

    private static void closeAfter(Duration length, Stage stage) {
        PauseTransition pause = new PauseTransition(length);
        pause.setOnFinished(_ -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        pause.play();
    }
}
