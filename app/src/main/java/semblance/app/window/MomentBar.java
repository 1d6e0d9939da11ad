package semblance.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import atlantafx.base.theme.Styles;

import semblance.app.window.search.Answer;
import semblance.app.window.search.SearchState;

/// Says of the photos below that they are those of one moment, and leads back.
final class MomentBar extends HBox {
    private final Label title = new Label();

    /// @param back to the photos that were shown before
    MomentBar(Runnable back) {
        getStyleClass().add("moment-bar");
        setAlignment(Pos.CENTER_LEFT);
        Button button = new Button("Back");
        button.setId("moment-back");
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(_ -> back.run());
        title.setId("moment-title");
        getChildren().setAll(button, title);
    }

    /// Shows itself if the answer has a title and photos.
    void show(SearchState state) {
        boolean moment = state instanceof SearchState.Answered(Answer answer) && !answer.title().isEmpty()
                && !answer.isEmpty();
        if (moment && state instanceof SearchState.Answered(Answer answer)) {
            title.setText(answer.title());
        }
        setVisible(moment);
    }
}
