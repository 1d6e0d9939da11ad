package semblance.app.window;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.app.concurrent.DaemonThreads;
import semblance.app.instance.RunningWindow;
import semblance.app.instance.StartRequest;
import semblance.app.instance.WindowDoor;
import semblance.app.settings.OnClose;
import semblance.app.settings.Settings;
import semblance.app.window.wording.FailureText;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.catalog.LibraryInUseException;

/// The window of a library from its opening to its end, which may come later than its closing. Used on the UI thread.
public final class LibraryWindow {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryWindow.class);
    private static final Duration SAMPLING = Duration.millis(250);
    private static final java.time.Duration KNOCK_AGAIN = java.time.Duration.ofSeconds(2);

    private final WindowServices services;
    private final Lanes lanes;
    private final Stage stage;
    private final Runnable onEnd;
    private final StackPane root = new StackPane();
    private final EmptyState opening = new EmptyState("opening");
    private final Timeline sampler = new Timeline(new KeyFrame(SAMPLING, _ -> sample()));
    private final StartTime startTime = new StartTime();
    private volatile Settings settings;
    private volatile @Nullable OpenWindow open;
    private volatile @Nullable WindowDoor door;
    private final AtomicBoolean ending = new AtomicBoolean();
    private final CompletableFuture<@Nullable Void> inOrder = new CompletableFuture<>();

    /// An open library and what shows it.
    private record OpenWindow(LibrarySession session, MainView view) {
    }

    /// @param onEnd called when the window is closed and nothing is being indexed any more
    public LibraryWindow(WindowServices services, Settings settings, Lanes lanes, Stage stage, Runnable onEnd) {
        this.services = services;
        this.settings = settings;
        this.lanes = lanes;
        this.stage = stage;
        this.onEnd = onEnd;
        sampler.setCycleCount(Animation.INDEFINITE);
    }

    /// Shows the window, opens the library behind it and does what is asked.
    public void show(StartRequest request) {
        root.getStyleClass().add("window-root");
        root.getChildren().setAll(opening.say("", ""));
        Scene scene = new Scene(root, settings.windowWidth(), settings.windowHeight());
        scene.getStylesheets().add(resource("window.css"));
        List.of(16, 32, 64, 256).forEach(edge -> stage.getIcons().add(new Image(resource("icon-" + edge + ".png"))));
        stage.setScene(scene);
        stage.setTitle("Semblance");
        stage.setMinWidth(480);
        stage.setMinHeight(360);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.show();
        startTime.noteFirstFrame();
        open(request);
    }

    private static String resource(String name) {
        return Objects.requireNonNull(LibraryWindow.class.getResource(name)).toExternalForm();
    }

    private void open(StartRequest request) {
        lanes.chores().run(services.library()::get, library -> opened(library, request), failure -> {
            if (failure instanceof LibraryInUseException) {
                inUse(request);
            } else {
                opening.say("The library cannot be opened", FailureText.of(failure))
                        .offer("Try again", () -> open(request));
            }
        });
    }

    private void opened(PhotoLibrary library, StartRequest request) {
        LibrarySession session = new LibrarySession(library, services, lanes);
        MainView view = new MainView(session, lanes.chores(), services.desktop(), settings);
        OpenWindow opened = new OpenWindow(session, view);
        open = opened;
        door = door();
        root.getChildren().setAll(view);
        view.focusSearch();
        startTime.noteLibrary();
        session.indexing().follow();
        sampler.play();
        perform(request, opened);
    }

    /// A window that is just opening, or a command that indexes. The first takes the request, the second ends some time.
    private void inUse(StartRequest request) {
        opening.say("The library is in use", "Another Semblance is writing it, perhaps in a terminal. This window opens"
                + " by itself when that is done.").offer();
        lanes.chores().after(KNOCK_AGAIN, () -> lanes.chores()
                .run(() -> new RunningWindow(services.data()).accepts(request), accepted -> {
                    if (accepted) {
                        end();
                    } else {
                        open(request);
                    }
                }, failure -> opening.say("The library cannot be opened", FailureText.of(failure))));
    }

    private @Nullable WindowDoor door() {
        try {
            return WindowDoor.open(services.data(), DaemonThreads.named("semblance-door"), this::visited);
        } catch (IOException e) {
            LOG.warn("a second start will not find this window", e);
            return null;
        }
    }

    /// Called on the door's thread.
    private boolean visited(StartRequest request) {
        if (ending.get()) {
            return false;
        }
        Platform.runLater(() -> {
            stage.show();
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
            OpenWindow shown = open;
            if (shown != null) {
                perform(request, shown);
            }
        });
        return true;
    }

    private static void perform(StartRequest request, OpenWindow open) {
        open.session().indexing().add(request.folders());
        if (request.query() != null) {
            open.view().search(request.query());
        }
    }

    private void sample() {
        OpenWindow shown = open;
        if (shown != null) {
            shown.session().indexing().sample();
            shown.session().models().sample();
            if (!stage.isShowing() && !shown.session().indexing().isRunning()) {
                end();
            }
        }
    }

    private void close() {
        OpenWindow shown = open;
        if (shown == null || !shown.session().indexing().isRunning()) {
            end();
        } else if (settings.onClose() == OnClose.ASK) {
            ClosingDialog.ask(stage, (choice, always) -> {
                settings = always ? settings.withOnClose(choice) : settings;
                close(choice);
            });
        } else {
            close(settings.onClose());
        }
    }

    private void close(OnClose choice) {
        if (choice == OnClose.FINISH) {
            OpenWindow shown = open;
            if (shown != null) {
                shown.session().indexing().goOn(); // nobody could end a pause of a window that is not shown
            }
            stage.hide();
        } else {
            end();
        }
    }

    private void end() {
        if (ending.getAndSet(true)) {
            return;
        }
        sampler.stop();
        Scene scene = stage.getScene();
        settings = settings.withWindow(scene.getWidth(), scene.getHeight());
        OpenWindow closing = open;
        if (closing != null) {
            settings = settings.withCellSize(closing.view().photoSize()).withDetails(closing.view().showsDetails());
            settings = closing.view().modelOffered() ? settings.withModelOffered() : settings;
            closing.session().indexing().cancel();
        }
        stage.hide();
        DaemonThreads.named("semblance-end").execute(() -> {
            putInOrder(closing);
            inOrder.complete(null);
            Platform.runLater(onEnd);
        });
    }

    /// Ends without the UI thread and without waiting, for when the process ends: JavaFX does nothing more then, but native
    /// code must not be at work. On any thread.
    ///
    /// @param onOrder called when nothing is at work any more
    void abandon(Runnable onOrder) {
        var _ = inOrder.thenRun(onOrder);
        if (!ending.getAndSet(true)) {
            OpenWindow closing = open;
            DaemonThreads.named("semblance-end").execute(() -> {
                putInOrder(closing);
                inOrder.complete(null);
            });
        }
    }

    private void putInOrder(@Nullable OpenWindow closing) {
        try {
            services.settings().save(settings);
            WindowDoor entrance = door;
            if (entrance != null) {
                entrance.close();
            }
        } catch (IOException e) {
            LOG.warn("the settings or the socket could not be put in order", e);
        }
        lanes.close();
        if (closing != null) {
            closing.session().close();
        }
    }
}
