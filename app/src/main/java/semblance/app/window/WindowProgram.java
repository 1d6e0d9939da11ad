package semblance.app.window;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
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
        /// The process was told to end.
        TOLD_TO_END,
        /// A window that was open already took the request.
        HANDED_OVER
    }

    /// Runs it; returns when it has ended. Once per process.
    ///
    /// @param stopping given what ends the window without a question, from any thread: the system may be about to end the
    ///                 process, which must not happen while native code is at work
    /// @throws NoDisplayException if there is no screen to show a window on
    public Outcome run(StartRequest request, Consumer<Runnable> stopping) {
        return run(request, Duration.INDEFINITE, stopping);
    }

    /// Runs it on no screen, and closes the window after some time.
    public void rehearse(StartRequest request, java.time.Duration length) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        run(request, Duration.millis((double) length.toMillis()), _ -> {
        });
    }

    private Outcome run(StartRequest request, Duration length, Consumer<Runnable> stopping) {
        if (new RunningWindow(services.data()).accepts(request)) {
            return Outcome.HANDED_OVER;
        }
        Settings settings = services.settings().load();
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        try {
            boundPictureMemory();
            Platform.startup(() -> start(request, length, settings, stopping, end));
        } catch (UnsupportedOperationException | IllegalStateException e) {
            throw new NoDisplayException(e);
        }
        try {
            Outcome outcome = end.join();
            if (outcome != Outcome.TOLD_TO_END) { // JavaFX has ended by itself then, and would be waited for in vain
                Platform.exit();
            }
            return outcome;
        } catch (CompletionException e) {
            Platform.exit();
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /// JavaFX keeps pictures that it has drawn in up to 512 MB, which without a graphics card is ordinary memory. What it
    /// lets go it takes from the window's own cache again. Before the toolkit starts.
    static void boundPictureMemory() {
        if (System.getProperty(PICTURE_MEMORY) == null) {
            System.setProperty(PICTURE_MEMORY, "96m");
        }
    }

    private void start(StartRequest request, Duration length, Settings settings, Consumer<Runnable> stopping,
            CompletableFuture<Outcome> end) {
        try {
            Thread.currentThread()
                    .setUncaughtExceptionHandler((_, e) -> LOG.error("the window met something unexpected", e));
            Platform.setImplicitExit(false);
            Theme.follow();
            Stage stage = new Stage();
            LibraryWindow window = new LibraryWindow(services, settings, Lanes.start(Platform::runLater), stage,
                    () -> end.complete(Outcome.CLOSED));
            window.show(request);
            stopping.accept(() -> window.abandon(() -> end.complete(Outcome.TOLD_TO_END)));
            if (!length.isIndefinite()) {
                closeAfter(length, stage);
            }
        } catch (RuntimeException e) { // handed on to whoever waits for the end; on this thread nobody would hear of it
            end.completeExceptionally(e);
        }
    }

    private static void closeAfter(Duration length, Stage stage) {
        PauseTransition pause = new PauseTransition(length);
        pause.setOnFinished(_ -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        pause.play();
    }
}
