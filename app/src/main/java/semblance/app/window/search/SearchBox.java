package semblance.app.window.search;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import atlantafx.base.controls.CustomTextField;
import org.jspecify.annotations.Nullable;

import semblance.app.window.picture.PictureLoader;

/// The one box to search with: for words, and for a picture dropped onto it, which it shows as a chip.
public final class SearchBox extends CustomTextField {
    private static final double CHIP = 22;

    private final SearchModel model;
    private final PictureLoader<Path> pictures;
    private final Runnable leave;

    /// @param leave called when the user goes on to the photos
    public SearchBox(SearchModel model, PictureLoader<Path> pictures, Runnable leave) {
        this.model = model;
        this.pictures = pictures;
        this.leave = leave;
        setId("search-box");
        getStyleClass().add("search-box");
        setAccessibleText("Search photos");
        textProperty().bindBidirectional(model.text());
        model.picture().subscribe(this::show);
        Button clear = new Button(null, icon("clear-icon"));
        clear.setId("clear-search");
        clear.getStyleClass().setAll("clear-button");
        clear.setAccessibleText("Clear the search");
        clear.setFocusTraversable(false);
        clear.setOnAction(_ -> clearAll());
        clear.visibleProperty().bind(textProperty().isNotEmpty().or(model.picture().isNotNull()));
        setRight(clear);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void clearAll() {
        model.clear();
        requestFocus();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            clearAll();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.submit();
        } else if (event.getCode() == KeyCode.DOWN) {
            leave.run();
        } else if (event.getCode() == KeyCode.BACK_SPACE && getText().isEmpty()) {
            model.picture().set(null);
        } else {
            return;
        }
        event.consume();
    }

    private void show(@Nullable Path picture) {
        setLeft(picture == null ? icon("search-icon") : chip(picture));
        setPromptText(picture == null
                ? "Describe what the photo shows, or drop a picture here"
                : "Photos like this one; type to search by words");
    }

    private Node chip(Path picture) {
        ImageView view = new ImageView();
        view.setFitHeight(CHIP);
        view.setFitWidth(CHIP);
        view.setPreserveRatio(true);
        pictures.load(picture, CHIP, shown -> view.setImage(shown.image()), _ -> {
        });
        HBox chip = new HBox(view, new Label(String.valueOf(picture.getFileName())));
        chip.setId("picture-chip");
        chip.getStyleClass().add("picture-chip");
        return chip;
    }

    private static Region icon(String styleClass) {
        Region icon = new Region();
        icon.getStyleClass().addAll("icon", styleClass);
        return icon;
    }
}
