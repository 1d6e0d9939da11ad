package semblance.app.window.search;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.stage.Popup;

import org.jspecify.annotations.Nullable;

/// Shows candidates beneath a text field, which keeps the keyboard.
final class CompletionPopup {
    private static final int MOST_ROWS = 8;
    private static final double ROW = 30;
    private static final double WIDTH = 280;

    private final TextField owner;
    private final Popup popup = new Popup();
    private final ListView<String> list = new ListView<>();

    /// @param take given the place of a candidate that was clicked
    CompletionPopup(TextField owner, CompletionModel model, IntConsumer take) {
        this.owner = owner;
        list.setId("completion");
        list.getStyleClass().add("completion");
        list.setAccessibleText("Completions");
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setPrefWidth(WIDTH);
        list.setCellFactory(_ -> new Candidate(take));
        popup.getContent().setAll(list);
        popup.setAutoHide(true);
        popup.setHideOnEscape(false); // the field sees the key, and knows what it means
        popup.setConsumeAutoHidingEvents(false);
        popup.setOnAutoHide(_ -> model.dismiss());
        model.candidates().subscribe(this::show);
        model.chosen().subscribe(chosen -> choose(chosen.intValue()));
        owner.focusedProperty().subscribe(focused -> {
            if (!focused) {
                model.dismiss();
            }
        });
    }

    private void show(List<String> candidates) {
        list.getItems().setAll(candidates);
        if (candidates.isEmpty() || owner.getScene() == null || !owner.isFocused()) {
            popup.hide();
            return;
        }
        list.setPrefHeight(Math.min(MOST_ROWS, candidates.size()) * ROW + 2);
        popup.getScene().getStylesheets().setAll(owner.getScene().getStylesheets());
        Bounds field = owner.localToScreen(owner.getBoundsInLocal());
        popup.show(owner, field.getMinX(), field.getMaxY() + 2);
    }

    private void choose(int index) {
        if (index < 0) {
            list.getSelectionModel().clearSelection();
            owner.setAccessibleHelp(null);
        } else {
            list.getSelectionModel().select(index);
            list.scrollTo(Math.max(0, index - MOST_ROWS + 1));
            owner.setAccessibleHelp(list.getItems().get(index) + ", " + (index + 1) + " of " + list.getItems().size());
        }
    }

    /// A candidate that can be clicked.
    private static final class Candidate extends ListCell<String> {
        Candidate(IntConsumer take) {
            setOnMousePressed(event -> {
                if (!isEmpty()) {
                    take.accept(getIndex());
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable String candidate, boolean empty) {
            super.updateItem(candidate, empty);
            setText(empty ? null : candidate);
        }
    }
}
