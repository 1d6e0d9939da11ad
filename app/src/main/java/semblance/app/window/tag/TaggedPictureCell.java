package semblance.app.window.tag;

import java.nio.file.Path;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;
import org.jspecify.annotations.Nullable;

import semblance.app.concurrent.TaskRunner.Cancellation;
import semblance.app.window.picture.PictureLoader;

/// A picture with its tags, in a list of any length.
final class TaggedPictureCell extends ListCell<TaggedPicture> {
    private static final double EDGE = 120;

    private final PictureLoader<Path> pictures;
    private final ImageView view = new ImageView();
    private final Label name = new Label();
    private final FlowPane tags = new FlowPane(6, 6);
    private final HBox row;
    private Cancellation loading = Cancellation.NONE;

    TaggedPictureCell(PictureLoader<Path> pictures) {
        this.pictures = pictures;
        getStyleClass().add("tagged-picture");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        view.setFitWidth(EDGE);
        view.setFitHeight(EDGE);
        view.setPreserveRatio(true);
        StackPane frame = new StackPane(view);
        frame.setMinSize(EDGE, EDGE);
        frame.setPrefSize(EDGE, EDGE);
        name.getStyleClass().addAll(Styles.TEXT_BOLD, "tagged-name");
        VBox words = new VBox(10, name, tags);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(16, frame, words);
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable TaggedPicture item, boolean empty) {
        super.updateItem(item, empty);
        loading.cancel();
        view.setImage(null);
        tags.getChildren().clear();
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        name.setText(String.valueOf(item.file().getFileName()));
        switch (item) {
            case TaggedPicture.Tagged tagged when tagged.tags().isEmpty() -> tags.getChildren().add(noTags());
            case TaggedPicture.Tagged tagged -> tagged.tags().forEach(tag -> tags.getChildren().add(label(tag)));
            case TaggedPicture.Failed failed -> tags.getChildren().add(problem(failed.message()));
        }
        loading = pictures.load(item.file(), EDGE, shown -> view.setImage(shown.image()), _ -> {
        });
        setGraphic(row);
    }

    private static Label label(SuggestedTag tag) {
        Label label = new Label(
                String.format(Locale.ROOT, "%s  %d %%", tag.name(), Math.round(100 * tag.certainty())));
        label.getStyleClass().addAll("tag", tag.certainty() >= 0.5
                ? "sure"
                : tag.certainty() >= 0.15
                        ? "likely"
                        : "faint");
        return label;
    }

    private static Label noTags() {
        Label label = new Label("No tag is certain enough");
        label.getStyleClass().add("no-tags");
        return label;
    }

    private static Label problem(String message) {
        Label label = new Label(message);
        label.setWrapText(true);
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "problem");
        return label;
    }
}
