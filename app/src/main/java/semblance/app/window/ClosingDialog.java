package semblance.app.window;

import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

import semblance.app.settings.OnClose;

/// Asks what to do with photos that are still being indexed when the window is closed.
final class ClosingDialog {
    private static final ButtonType FINISH = new ButtonType("Finish in the background", ButtonData.YES);
    private static final ButtonType STOP = new ButtonType("Stop now", ButtonData.NO);

    private ClosingDialog() {
    }

    /// Asks; does not wait.
    ///
    /// @param onChoice given the choice, and whether to ask never again; not called if the window is to stay open
    static void ask(Window owner, BiConsumer<OnClose, Boolean> onChoice) {
        Label question = new Label(
                "Photos are still being indexed. Semblance can finish that without its window and end"
                        + " by itself. If it stops now, it goes on next time; nothing is lost.");
        question.setWrapText(true);
        question.setPrefWidth(420);
        CheckBox remember = new CheckBox("Do this every time");
        remember.setId("remember-closing");
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.initModality(Modality.WINDOW_MODAL);
        dialog.setTitle("Close Semblance");
        dialog.getDialogPane().setId("closing");
        VBox content = new VBox(16, question, remember);
        content.setPadding(new Insets(20, 24, 4, 24));
        dialog.getDialogPane().setContent(content);
        dialog.getDialogPane().getButtonTypes().setAll(FINISH, STOP, ButtonType.CANCEL);
        Node finish = dialog.getDialogPane().lookupButton(FINISH);
        finish.setId("finish-in-background");
        ButtonBar.setButtonUniformSize(finish, false); // its label is longer than the others'
        dialog.getDialogPane().lookupButton(STOP).setId("stop-now");
        dialog.getDialogPane().lookupButton(ButtonType.CANCEL).setId("cancel-closing");
        dialog.setOnHidden(_ -> Optional.ofNullable(dialog.getResult()).ifPresent(chosen -> {
            if (chosen.equals(FINISH)) {
                onChoice.accept(OnClose.FINISH, remember.isSelected());
            } else if (chosen.equals(STOP)) {
                onChoice.accept(OnClose.STOP, remember.isSelected());
            }
        }));
        dialog.show();
    }
}
