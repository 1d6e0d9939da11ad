package semblance.app.window;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

import atlantafx.base.theme.Styles;

/// What stands where photos would be, and says what to do.
final class EmptyState extends VBox {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double WIDEST = 460;

    private final Label title = new Label();
    private final Label text = new Label();
    private final Button button = new Button();

    private final Region icon = new Region();

    EmptyState(String id) {
        setId(id);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        icon.getStyleClass().add("empty-icon");
        title.getStyleClass().add(Styles.TITLE_3);
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(WIDEST);
        button.getStyleClass().add(Styles.ACCENT);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().setAll(icon, title, text, button);
        offer();
        target(false);
    }

    EmptyState say(String saidTitle, String saidText) {
        title.setText(saidTitle);
        text.setText(saidText);
        text.setManaged(!saidText.isBlank());
        return this;
    }

    /// Offers nothing.
    EmptyState offer() {
        return offer("", () -> {
        });
    }

    /// Marks the place as one to drop things on, or not.
    EmptyState target(boolean target) {
        pseudoClassStateChanged(TARGET, target);
        icon.setManaged(target);
        icon.setVisible(target);
        return this;
    }

    /// Offers a button, or none if its label is blank.
    EmptyState offer(String label, Runnable action) {
        button.setText(label);
        button.setVisible(!label.isBlank());
        button.setManaged(!label.isBlank());
        button.setOnAction(_ -> action.run());
        return this;
    }
}
