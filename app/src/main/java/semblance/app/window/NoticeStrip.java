package semblance.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import atlantafx.base.theme.Styles;

/// A line over the photos with something to know and something to do about it. It stands in nobody's way, and is closed by
/// its user.
final class NoticeStrip extends HBox {
    private final Label words = new Label();
    private final Button act = new Button();
    private final Button close = new Button("Not now");

    NoticeStrip(String id) {
        setId(id);
        getStyleClass().add("notice-strip");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        act.setId(id + "-act");
        act.setMinWidth(USE_PREF_SIZE);
        close.setId(id + "-close");
        close.setMinWidth(USE_PREF_SIZE);
        close.getStyleClass().add(Styles.FLAT);
        getChildren().setAll(words, act, close);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /// Says something until it is closed or [#hide] is called.
    ///
    /// @param onClose called when the user closes it
    void say(String what, String label, Runnable action, Runnable onClose) {
        words.setText(what);
        act.setText(label);
        act.setOnAction(_ -> {
            setVisible(false);
            action.run();
        });
        close.setOnAction(_ -> {
            setVisible(false);
            onClose.run();
        });
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
