package semblance.app.window;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import org.jspecify.annotations.Nullable;

import semblance.app.settings.Settings;
import semblance.app.window.grid.GridSelection;
import semblance.app.window.grid.ShownPhoto;
import semblance.app.window.indexing.IndexingModel;
import semblance.app.window.indexing.LibraryStatus;
import semblance.app.window.search.Answer;
import semblance.app.window.search.Query;
import semblance.app.window.search.SearchModel;
import semblance.app.window.search.SearchState;
import semblance.app.window.wording.Counted;
import semblance.app.window.wording.ProgressText;
import semblance.indexer.pipeline.IndexingProgress;

/// The line at the bottom: how the library stands, how indexing goes, and how large the photos are shown.
final class StatusBar extends HBox {
    private final Label matches = new Label();
    private final Label photos = new Label();
    private final Hyperlink failures = new Hyperlink();
    private final Label notice = new Label();
    private final Label selected = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final Button pause = new Button("Pause");
    private final Button stop = new Button("Stop");
    private final Slider size = new Slider(Settings.SMALLEST_CELL, Settings.LARGEST_CELL, 184);
    private final ReadOnlyBooleanWrapper anyPhotos = new ReadOnlyBooleanWrapper();

    StatusBar(IndexingModel indexing, SearchModel search, Runnable showFailures) {
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        photos.setId("photo-count");
        photos.setMinWidth(USE_PREF_SIZE);
        failures.setId("failures");
        failures.setMinWidth(USE_PREF_SIZE);
        failures.setOnAction(_ -> showFailures.run());
        notice.setId("notice");
        notice.getStyleClass().add(Styles.TEXT_MUTED);
        notice.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        notice.textProperty().bind(indexing.notice());
        selected.setId("selected-path");
        selected.getStyleClass().add(Styles.TEXT_MUTED);
        selected.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        bar.setId("indexing-bar");
        progress.setId("indexing-progress");
        progress.setMinWidth(USE_PREF_SIZE);
        pause.setId("pause-indexing");
        pause.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        pause.setMinWidth(USE_PREF_SIZE);
        pause.setOnAction(_ -> indexing.pauseOrGoOn());
        stop.setId("stop-indexing");
        stop.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        stop.setOnAction(_ -> indexing.cancel());
        size.setId("photo-size");
        size.setAccessibleText("Size of the photos");
        size.setMinWidth(110);
        size.setMaxWidth(110);
        matches.setId("matches");
        matches.setMinWidth(USE_PREF_SIZE);
        search.state().subscribe(this::show);
        getChildren().setAll(matches, photos, failures, bar, progress, pause, stop, notice, new Spacer(), selected,
                size);
        // What is not shown takes no room, and stands in nobody's way.
        List.of(matches, failures, bar, progress, pause, stop)
                .forEach(part -> part.managedProperty().bind(part.visibleProperty()));
        indexing.status().subscribe(this::show);
        indexing.progress().subscribe(this::show);
    }

    /// Says which photo is selected, or how many are.
    void select(GridSelection selection) {
        selected.setText(selection.count() > 1
                ? Counted.of(selection.count(), "photo") + " selected"
                : selection.single().map(StatusBar::words).orElse(""));
    }

    private static String words(ShownPhoto photo) {
        Path path = photo.path();
        return path == null ? "" : path + (photo.reason().isEmpty() ? "" : " · " + photo.reason());
    }

    /// Whether photos are looked at: only then their matches and their size matter.
    void follow(ObservableBooleanValue searching) {
        matches.visibleProperty().bind(matches.textProperty().isNotEmpty().and(searching));
        selected.visibleProperty().bind(searching);
        size.visibleProperty().bind(anyPhotos.and(searching));
    }

    Slider size() {
        return size;
    }

    private void show(SearchState state) {
        matches.setText(state instanceof SearchState.Answered(Answer answer)
                && !(answer.query() instanceof Query.Everything) && answer.title().isEmpty() && answer.searched() > 0
                        ? Counted.matches(answer.matches())
                        : "");
    }

    private void show(LibraryStatus status) {
        photos.setText(status.counts().photos() == 0 ? "" : Counted.of(status.counts().indexed(), "photo"));
        anyPhotos.set(status.counts().indexed() > 0);
        long failed = status.counts().failed();
        long partial = status.counts().partial();
        failures.setText(failed == 0
                ? partial + " damaged in part"
                : failed + " could not be read" + (partial == 0 ? "" : ", " + partial + " damaged in part"));
        failures.setVisible(failed + partial > 0);
    }

    private void show(@Nullable IndexingProgress run) {
        boolean running = run != null;
        bar.setVisible(running);
        progress.setVisible(running);
        pause.setVisible(running);
        pause.setText(run != null && run.phase() == IndexingProgress.Phase.PAUSED ? "Go on" : "Pause");
        stop.setVisible(running);
        progress.setText(run == null ? "" : ProgressText.of(run));
        bar.setProgress(run == null || run.found() == 0 || run.phase() == IndexingProgress.Phase.SCANNING
                ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) run.done() / run.found());
    }
}
