package semblance.app.window.search;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import atlantafx.base.controls.CustomTextField;

import semblance.app.window.picture.PictureLoader;
import semblance.app.window.wording.Counted;

/// The one box to search with: for words, and for a picture dropped onto it, which it shows as a chip.
public final class SearchBox extends CustomTextField {
    private static final double CHIP = 22;

    private final SearchModel model;
    private final PictureLoader<Path> pictures;
    private final Runnable leave;
    private final CompletionModel completion;
    private boolean completing;

    /// @param completion of what is typed
    ///
    /// @param leave called when the user goes on to the photos
    public SearchBox(SearchModel model, CompletionModel completion, PictureLoader<Path> pictures, Runnable leave) {
        this.model = model;
        this.pictures = pictures;
        this.leave = leave;
        this.completion = completion;
        setId("search-box");
        getStyleClass().add("search-box");
        setAccessibleText("Search photos");
        textProperty().bindBidirectional(model.text());
        model.pictures().subscribe(this::show);
        Button clear = new Button(null, icon("clear-icon"));
        clear.setId("clear-search");
        clear.getStyleClass().setAll("clear-button");
        clear.setAccessibleText("Clear the search");
        clear.setFocusTraversable(false);
        clear.setOnAction(_ -> clearAll());
        clear.visibleProperty().bind(textProperty().isNotEmpty()
                .or(Bindings.createBooleanBinding(() -> !model.pictures().get().isEmpty(), model.pictures())));
        setRight(clear);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        new CompletionPopup(this, completion, index -> put(completion.take(index)));
        caretPositionProperty().subscribe(_ -> complete());
        textProperty().subscribe(_ -> complete());
    }

    /// Only what is typed is completed, not what the window puts there.
    private void complete() {
        if (!completing && isFocused() && getCaretPosition() <= getLength()) {
            completion.type(getText(), getCaretPosition());
        }
    }

    private void put(CompletionModel.Typed typed) {
        completing = true;
        setText(typed.text());
        positionCaret(typed.caret());
        completing = false;
        if (typed.text().substring(0, typed.caret()).endsWith(":")) {
            complete(); // its values come next
        }
    }

    private void clearAll() {
        model.clear();
        requestFocus();
    }

    private void key(KeyEvent event) {
        if (completion.isOffering() && offered(event.getCode())) {
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.ESCAPE) {
            clearAll();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.submit();
        } else if (event.getCode() == KeyCode.DOWN) {
            leave.run();
        } else if (event.getCode() == KeyCode.BACK_SPACE && getText().isEmpty()) {
            model.pictures().set(List.of());
        } else {
            return;
        }
        event.consume();
    }

    /// What keys mean while candidates are offered.
    ///
    /// @return whether that was all they mean
    private boolean offered(KeyCode key) {
        switch (key) {
            case DOWN -> completion.move(1);
            case UP -> completion.move(-1);
            case TAB -> put(completion.take().orElseGet(() -> completion.take(0)));
            case ENTER -> {
                var taken = completion.take();
                completion.dismiss();
                taken.ifPresent(this::put);
                return taken.isPresent();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void show(List<Path> shown) {
        setLeft(shown.isEmpty() ? icon("search-icon") : chip(shown));
        setPromptText(shown.isEmpty()
                ? "Describe what the photo shows, or drop a picture here"
                : "Photos like " + (shown.size() == 1 ? "this one" : "these") + "; type to search by words");
    }

    private Node chip(List<Path> asked) {
        Path picture = asked.getFirst();
        ImageView view = new ImageView();
        view.setFitHeight(CHIP);
        view.setFitWidth(CHIP);
        view.setPreserveRatio(true);
        pictures.load(picture, CHIP, shown -> view.setImage(shown.image()), _ -> {
        });
        HBox chip = new HBox(view, new Label(asked.size() == 1
                ? String.valueOf(picture.getFileName())
                : Counted.of(asked.size(), "photo")));
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
