package semblance.app.window.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

import atlantafx.base.theme.Styles;

/// Where models are looked at, downloaded and chosen.
public final class ModelsPane extends ScrollPane {
    private static final double WIDEST = 860;

    private final ModelsModel model;
    private final Consumer<String> browse;
    private final VBox cards = new VBox();
    private final Label problems = new Label();
    private final Map<String, ModelCardView> views = new HashMap<>();

    /// @param browse   opens an address in the user's browser
    /// @param provider says what computes, in a sentence or two
    public ModelsPane(ModelsModel model, Consumer<String> browse, ObservableStringValue provider) {
        this.model = model;
        this.browse = browse;
        setId("models-pane");
        setFitToWidth(true);
        Label title = new Label("Models");
        title.getStyleClass().add(Styles.TITLE_3);
        Label text = new Label("A model decides what is recognised in your photos, and in which languages you can ask."
                + " Another one encodes every photo once; until that is done, the present one answers. Nothing is"
                + " downloaded unless you say so.");
        text.getStyleClass().add(Styles.TEXT_MUTED);
        Label computes = new Label();
        computes.setId("provider-line");
        computes.getStyleClass().add(Styles.TEXT_MUTED);
        computes.textProperty().bind(provider);
        computes.visibleProperty().bind(computes.textProperty().isNotEmpty());
        computes.managedProperty().bind(computes.visibleProperty());
        problems.setId("model-problems");
        problems.getStyleClass().add(Styles.DANGER);
        problems.managedProperty().bind(problems.visibleProperty());
        List.of(text, computes, problems).forEach(label -> label.setWrapText(true));
        cards.getStyleClass().add("model-cards");
        VBox page = new VBox(title, text, computes, problems, cards);
        page.getStyleClass().add("models-page");
        page.setMaxWidth(WIDEST);
        setContent(page);
        model.state().subscribe(this::show);
    }

    private void show(ModelsState state) {
        problems.setText(String.join("\n", state.problems()));
        problems.setVisible(!state.problems().isEmpty());
        List<ModelCardView> wanted = state.rows().stream().map(row -> {
            ModelCardView view = views.computeIfAbsent(row.info().id(),
                    _ -> new ModelCardView(model, browse, row));
            view.show(row, state.lacking());
            return view;
        }).toList();
        if (!cards.getChildren().equals(wanted)) {
            cards.getChildren().setAll(wanted);
        }
    }
}
