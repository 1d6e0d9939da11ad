package semblance.app.window;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// A sentence over the lower edge of the window, for as long as it takes to read it.
final class Toast extends StackPane {
    private static final Duration READING_TIME = Duration.seconds(7);

    private final Label sentence = new Label();
    private final PauseTransition reading = new PauseTransition(READING_TIME);

    Toast() {
        setId("toast");
        setPickOnBounds(false);
        setMouseTransparent(true);
        sentence.setWrapText(true);
        sentence.getStyleClass().add("toast");
        setAlignment(sentence, Pos.BOTTOM_CENTER);
        getChildren().setAll(sentence);
        sentence.setVisible(false);
        reading.setOnFinished(_ -> sentence.setVisible(false));
    }

    void say(String words) {
        sentence.setText(words);
        sentence.setVisible(true);
        reading.playFromStart();
    }
}
