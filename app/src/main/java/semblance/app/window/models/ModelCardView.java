package semblance.app.window.models;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;

import semblance.app.models.DownloadProgress;
import semblance.app.models.ModelInfo;

/// A model with what can be done with it. Its buttons stay what they are while it is shown anew, so that a click is not lost.
final class ModelCardView extends VBox {
    private final Consumer<String> browse;
    private final String id;
    private final Label title = new Label();
    private final Label badge = new Label();
    private final Label improves = new Label();
    private final Label facts = new Label();
    private final Hyperlink page = new Hyperlink("Where it is published");
    private final Label trouble = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final HBox downloading = new HBox(bar, progress);
    private final Question question;
    private final Button download = new Button("Download…");
    private final Button use = new Button("Use");
    private final Button cancel = new Button("Cancel");
    private final Button remove = new Button("Remove…");
    private ModelRow shown;

    /// @param browse opens an address
    ModelCardView(ModelsModel model, Consumer<String> browse, ModelRow row) {
        this.browse = browse;
        this.id = row.info().id();
        this.shown = row;
        this.question = new Question(id);
        setId("model-" + id);
        getStyleClass().add("model-card");
        title.getStyleClass().add(Styles.TITLE_4);
        badge.setId("badge-" + id);
        badge.getStyleClass().add("model-badge");
        facts.getStyleClass().add(Styles.TEXT_MUTED);
        trouble.setId("trouble-" + id);
        trouble.getStyleClass().add(Styles.DANGER);
        List.of(improves, facts, trouble, progress).forEach(text -> text.setWrapText(true));
        progress.setId("progress-" + id);
        page.setId("page-" + id);
        HBox.setHgrow(progress, Priority.ALWAYS);
        downloading.setAlignment(Pos.CENTER_LEFT);
        downloading.getStyleClass().add("model-download");
        use.getStyleClass().add(Styles.ACCENT);
        name(download, "download");
        name(use, "use");
        name(cancel, "cancel");
        name(remove, "remove");
        HBox heading = new HBox(title, badge, new Spacer(), use, download, cancel, remove);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.getStyleClass().add("model-heading");
        getChildren().setAll(heading, improves, new HBox(10, facts, page), downloading, question, trouble);
        List.of(badge, improves, page, downloading, question, trouble, use, download, cancel, remove)
                .forEach(ModelCardView::takeNoRoomUnseen);
        download.setOnAction(_ -> question.ask(ModelText.question(shown), "Download", () -> model.download(id)));
        remove.setOnAction(_ -> question.ask(ModelText.farewell(shown.info()), "Remove", () -> model.remove(id)));
        use.setOnAction(_ -> model.use(id));
        cancel.setOnAction(_ -> model.cancel(id));
    }

    private static void takeNoRoomUnseen(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    private void name(Button button, String action) {
        button.setId(action + "-" + id);
        button.setMinWidth(USE_PREF_SIZE);
    }

    /// @param lacking photos that are to be encoded before the coming model is used
    void show(ModelRow row, long lacking) {
        shown = row;
        ModelInfo info = row.info();
        title.setText(info.title());
        String words = ModelText.badge(row, lacking);
        badge.setText(words);
        badge.setVisible(!words.isEmpty());
        improves.setText(info.improves().orElse(""));
        improves.setVisible(info.improves().isPresent());
        facts.setText(ModelText.facts(info));
        page.setVisible(info.page().isPresent());
        page.setOnAction(_ -> info.page().ifPresent(browse));
        trouble.setText(row.trouble());
        trouble.setVisible(!row.trouble().isEmpty());
        showButtons(row);
    }

    private void showButtons(ModelRow row) {
        boolean under = row.download().isPresent();
        boolean complete = row.info().isUsable();
        boolean idle = row.use() == ModelRow.Use.NONE;
        downloading.setVisible(under);
        row.download().ifPresent(this::show);
        cancel.setVisible(under);
        use.setVisible(complete && idle && !under);
        download.setVisible(!complete && !under && row.info().page().isPresent());
        download.setText(row.info().downloaded() > 0 ? "Go on…" : "Download…");
        remove.setVisible(idle && !under && row.info().state() != ModelInfo.State.BUNDLED
                && row.info().state() != ModelInfo.State.AVAILABLE);
        if (under) {
            question.setVisible(false);
        }
    }

    private void show(DownloadProgress download) {
        progress.setText(ModelText.progress(download));
        bar.setProgress(download.total() == 0
                ? ProgressBar.INDETERMINATE_PROGRESS
                : (double) download.bytes() / download.total());
    }

    /// What is asked before something is done, in its place rather than in a window of its own.
    private static final class Question extends HBox {
        private final Label words = new Label();
        private final Button yes = new Button();

        Question(String id) {
            Button no = new Button("Not now");
            no.setId("no-" + id);
            no.setOnAction(_ -> setVisible(false));
            words.setId("question-" + id);
            words.setWrapText(true);
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMaxWidth(Double.MAX_VALUE);
            yes.setId("yes-" + id);
            yes.getStyleClass().add(Styles.ACCENT);
            List.of(yes, no).forEach(button -> button.setMinWidth(USE_PREF_SIZE));
            getStyleClass().add("model-question");
            setAlignment(Pos.CENTER_LEFT);
            getChildren().setAll(words, yes, no);
            setVisible(false);
        }

        void ask(String what, String label, Runnable action) {
            words.setText(what);
            yes.setText(label);
            yes.setOnAction(_ -> {
                setVisible(false);
                action.run();
            });
            setVisible(true);
        }
    }
}
