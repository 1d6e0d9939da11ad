package semblance.app.window.tag;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.stage.FileChooser;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;

import semblance.app.window.picture.PictureLoader;
import semblance.app.window.wording.Counted;

/// Where pictures are dropped to see their tags, without being in the library.
public final class TagPane extends BorderPane {
    private static final double WIDEST = 460;

    private final TagModel model;

    public TagPane(TagModel model, PictureLoader<Path> pictures) {
        this.model = model;
        setId("tag-pane");
        getStyleClass().add("tag-pane");
        ListView<TaggedPicture> list = new ListView<>(model.pictures());
        list.setId("tagged-pictures");
        list.setCellFactory(_ -> new TaggedPictureCell(pictures));
        setTop(header());
        var nothing = Bindings.isEmpty(model.pictures()).and(model.remaining().isEqualTo(0));
        centerProperty().bind(Bindings.when(nothing).<Node>then(invitation()).otherwise(list));
    }

    private StackPane invitation() {
        Region icon = new Region();
        icon.getStyleClass().add("tag-icon");
        Label title = new Label("Drop pictures here to see their tags");
        title.getStyleClass().add(Styles.TITLE_3);
        Label text = new Label("Files, folders or a picture from a browser. They are not added to the library, and"
                + " nothing leaves this computer.");
        text.getStyleClass().add(Styles.TEXT_MUTED);
        text.setWrapText(true);
        text.setMaxWidth(WIDEST);
        text.setTextAlignment(TextAlignment.CENTER);
        Button choose = new Button("Choose pictures…");
        choose.setId("choose-pictures");
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setOnAction(_ -> choose());
        VBox box = new VBox(icon, title, text, choose);
        box.setAlignment(Pos.CENTER);
        box.setId("tag-invitation");
        box.getStyleClass().addAll("empty-state", "drop-area");
        box.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return new StackPane(box);
    }

    private HBox header() {
        Label state = new Label();
        state.setId("tag-state");
        state.textProperty().bind(Bindings.createStringBinding(this::state, model.remaining(), model.notice(),
                model.pictures()));
        Button clear = new Button("Clear");
        clear.setId("clear-tags");
        clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        clear.setOnAction(_ -> model.clear());
        clear.visibleProperty().bind(Bindings.isNotEmpty(model.pictures()).or(model.remaining().greaterThan(0)));
        HBox header = new HBox(state, new Spacer(), clear);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("tag-header");
        return header;
    }

    private String state() {
        if (!model.notice().get().isEmpty()) {
            return model.notice().get();
        }
        if (model.remaining().get() > 0) {
            return Counted.of(model.pictures().size(), "picture") + " tagged, " + model.remaining().get() + " to go";
        }
        return model.pictures().isEmpty() ? "" : Counted.of(model.pictures().size(), "picture") + " tagged";
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Pictures to tag");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Pictures", PictureFiles.PATTERNS),
                new FileChooser.ExtensionFilter("All files", "*"));
        List<File> chosen = chooser.showOpenMultipleDialog(getScene().getWindow());
        if (chosen != null) {
            model.add(chosen.stream().map(File::toPath).toList());
        }
    }
}
