package semblance.app.window.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;

import semblance.app.concurrent.TaskRunner;
import semblance.app.concurrent.TaskRunner.Cancellation;
import semblance.app.details.Fact;
import semblance.app.window.grid.GridSelection;
import semblance.app.window.grid.ShownPhoto;
import semblance.app.window.wording.Counted;
import semblance.app.window.wording.FailureText;

/// What is known of one photo, beside the others. Looks it up in the background, and only while it is shown.
public final class DetailsPane extends ScrollPane {
    private final TaskRunner tasks;
    private final DetailsSource source;
    private final VBox lines = new VBox();
    private final LongConsumer showOccasion;
    private GridSelection selection = GridSelection.NONE;
    private Cancellation loading = Cancellation.NONE;

    /// @param showOccasion shows the photos that were taken on the same occasion as one
    public DetailsPane(TaskRunner tasks, DetailsSource source, LongConsumer showOccasion) {
        this.tasks = tasks;
        this.source = source;
        this.showOccasion = showOccasion;
        setId("details");
        getStyleClass().add("details-pane");
        lines.getStyleClass().add("details");
        setContent(lines);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        managedProperty().bind(visibleProperty());
        visibleProperty().subscribe(this::refresh);
    }

    /// Shows another photo, or none; of several it tells how many they are.
    public void show(GridSelection selected) {
        selection = selected;
        refresh();
    }

    /// Looks the photo up again: something in the library has changed.
    public void refresh() {
        loading.cancel();
        if (!isVisible()) {
            return;
        }
        Optional<Long> shown = selection.single().map(ShownPhoto::id);
        if (shown.isEmpty()) {
            say(selection.count() > 1
                    ? Counted.of(selection.count(), "photo") + " selected. Select one to see its details."
                    : "Select a photo to see when, where and with what it was taken.");
            return;
        }
        long photo = shown.get();
        loading = tasks.run(() -> source.of(photo), details -> fill(photo, details),
                failure -> say(FailureText.of(failure)));
    }

    private void fill(long photo, Optional<ShownDetails> details) {
        if (details.isEmpty()) {
            say("This photo has left the library.");
            return;
        }
        List<Node> nodes = new ArrayList<>();
        nodes.add(text("file-name", String.valueOf(details.get().path().getFileName())));
        for (Fact fact : details.get().facts()) {
            nodes.add(name(fact.name()));
            nodes.add(text(fact.kind(), fact.text()));
            if (fact.kind().equals("taken") && details.get().timed()) {
                nodes.add(occasion(photo));
            }
        }
        nodes.add(name("File"));
        nodes.add(text("path", details.get().path().toString()));
        lines.getChildren().setAll(nodes);
    }

    private Hyperlink occasion(long photo) {
        Hyperlink link = new Hyperlink("Photos of the same moment");
        link.setId("detail-same-moment");
        link.setOnAction(_ -> showOccasion.accept(photo));
        return link;
    }

    private void say(String message) {
        Label label = text("nothing", message);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        lines.getChildren().setAll(label);
    }

    private static Label name(String name) {
        Label label = new Label(name);
        label.getStyleClass().addAll("detail-name", Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        return label;
    }

    private static Label text(String kind, String text) {
        Label label = new Label(text);
        label.setId("detail-" + kind);
        label.getStyleClass().add("detail");
        label.setWrapText(true);
        return label;
    }
}
