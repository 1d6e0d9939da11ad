package semblance.app.window.indexing;

import java.util.List;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

import atlantafx.base.theme.Styles;
import org.jspecify.annotations.Nullable;

import semblance.app.window.wording.Counted;
import semblance.indexer.catalog.Failure;

/// The files that could not be read, or only in part, each with the cause.
public final class FailuresDialog {
    private static final ButtonType RETRY = new ButtonType("Try again", ButtonData.LEFT);

    private FailuresDialog() {
    }

    /// Shows them; does not wait.
    ///
    /// @param retry called if the user wants them tried again
    public static void show(Window owner, List<Failure> failures, Runnable retry) {
        ListView<Failure> list = new ListView<>();
        list.setId("failure-list");
        list.getItems().setAll(failures);
        list.setCellFactory(_ -> new FailureCell());
        list.setPrefSize(720, 420);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        dialog.setTitle(Counted.of(failures.size(), "file") + " could not be read, or only in part");
        dialog.getDialogPane().setContent(list);
        dialog.getDialogPane().getButtonTypes().setAll(RETRY, ButtonType.CLOSE);
        dialog.resultProperty().subscribe(chosen -> {
            if (RETRY.equals(chosen)) {
                retry.run();
            }
        });
        dialog.show();
    }

    /// A file and why it could not be read.
    private static final class FailureCell extends ListCell<Failure> {
        private final Label path = new Label();
        private final Label message = new Label();
        private final VBox lines = new VBox(2, path, message);

        FailureCell() {
            setPrefWidth(0);
            message.getStyleClass().add(Styles.TEXT_MUTED);
            message.setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable Failure item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            path.setText(item.path().toString());
            message.setText(item.message());
            setGraphic(lines);
        }
    }
}
