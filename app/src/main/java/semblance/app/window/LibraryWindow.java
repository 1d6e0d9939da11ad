package semblance.app.window;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
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
    private Settings settings;
    private @Nullable OpenWindow open;
    private volatile boolean ending;

    /// An open library and what shows it.
    private record OpenWindow(LibrarySession session, MainView view, @Nullable WindowDoor door) {
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
        open = new OpenWindow(session, view, door());
        root.getChildren().setAll(view);
        view.focusSearch();
        startTime.noteLibrary();
        session.indexing().follow();
        sampler.play();
        perform(request, open);
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
        if (ending) {
            return false;
        }
        Platform.runLater(() -> {
            stage.show();
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
            if (open != null) {
                perform(request, open);
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
        if (open != null) {
            open.session().indexing().sample();
            open.session().models().sample();
            if (!stage.isShowing() && !open.session().indexing().isRunning()) {
                end();
            }
        }
    }

    private void close() {
        if (open == null || !open.session().indexing().isRunning()) {
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
            if (open != null) {
                open.session().indexing().goOn(); // nobody could end a pause of a window that is not shown
            }
            stage.hide();
        } else {
            end();
        }
    }

    private void end() {
        if (ending) {
            return;
        }
        ending = true;
        sampler.stop();
        Scene scene = stage.getScene();
        settings = settings.withWindow(scene.getWidth(), scene.getHeight());
        if (open != null) {
            settings = settings.withCellSize(open.view().photoSize());
            settings = open.view().modelOffered() ? settings.withModelOffered() : settings;
            open.session().indexing().cancel();
        }
        stage.hide();
        OpenWindow closing = open;
        Settings last = settings;
        Executor ender = DaemonThreads.named("semblance-end");
        ender.execute(() -> {
            try {
                services.settings().save(last);
                if (closing != null && closing.door() != null) {
                    closing.door().close();
                }
            } catch (IOException e) {
                LOG.warn("the settings or the socket could not be put in order", e);
            }
            lanes.close();
            if (closing != null) {
                closing.session().close();
            }
            Platform.runLater(onEnd);
        });
    }
}
