package semblance.app.window;

import java.io.File;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.stage.DirectoryChooser;

import atlantafx.base.theme.Styles;

import semblance.app.concurrent.TaskRunner;
import semblance.app.settings.Settings;
import semblance.app.window.details.DetailsPane;
import semblance.app.window.drop.DropTarget;
import semblance.app.window.grid.PhotoGrid;
import semblance.app.window.indexing.FailuresDialog;
import semblance.app.window.models.ModelsPane;
import semblance.app.window.search.SearchBox;
import semblance.app.window.system.SystemDesktop;
import semblance.app.window.tag.TagPane;
import semblance.app.window.wording.FailureText;
import semblance.indexer.catalog.Folder;

/// The window's content over an open library: photos or tags.
final class MainView extends BorderPane {
    private final LibrarySession session;
    private final TaskRunner chores;
    private final Toast toast = new Toast();
    private final PhotoGrid grid;
    private final SearchBox searchBox;
    private final StatusBar status;
    private final ToggleButton photosTab = tab("photos-tab", "Photos", Styles.LEFT_PILL);
    private final ToggleButton tagsTab = tab("tags-tab", "Tag pictures", Styles.CENTER_PILL);
    private final ToggleButton modelsTab = tab("models-tab", "Models", Styles.RIGHT_PILL);
    private final ToggleButton detailsButton = new ToggleButton("Details");
    private final ReadOnlyStringWrapper provider = new ReadOnlyStringWrapper("");
    private boolean modelOffered;

    MainView(LibrarySession session, TaskRunner chores, SystemDesktop desktop, Settings settings) {
        this.session = session;
        this.chores = chores;
        getStyleClass().add("main-view");
        grid = new PhotoGrid(session.photos(), new LibraryActions(session, chores, desktop, toast::say));
        searchBox = new SearchBox(session.search(), session.completion(), session.files(), grid::focus);
        status = new StatusBar(session.indexing(), session.search(), this::showFailures);
        status.size().setValue(settings.cellSize());
        modelOffered = settings.modelOffered();
        status.follow(photosTab.selectedProperty());
        grid.selection().subscribe(status::select);
        DetailsPane details = details(settings.details());
        grid.wishedSize().bind(status.size().valueProperty());
        DropRouter drops = new DropRouter(session, chores, toast::say);
        PhotosPane photos = new PhotosPane(session.search(), session.indexing(), grid, this::chooseFolder);
        TagPane tags = new TagPane(session.tags(), session.files());
        DropTarget.install(photos, drops::onPhotos);
        DropTarget.install(searchBox, drops::onPhotos);
        DropTarget.install(tags, drops::onTags);
        tags.visibleProperty().bind(tagsTab.selectedProperty());
        ModelsPane models = new ModelsPane(session.models(), address -> browse(desktop, address), provider);
        models.visibleProperty().bind(modelsTab.selectedProperty());
        modelsTab.selectedProperty().subscribe(this::lookAtModels);
        session.models().refresh();
        session.indexing().running().subscribe(_ -> session.models().refresh());
        session.indexing().status().subscribe(_ -> session.models().counted());
        NoticeStrip notice = new NoticeStrip("model-notice");
        new ModelNotices(notice, session, chores, () -> modelsTab.setSelected(true), () -> modelOffered,
                () -> modelOffered = true);
        BorderPane searched = new BorderPane(photos);
        searched.setRight(details);
        searched.setTop(notice);
        searched.visibleProperty().bind(photosTab.selectedProperty());
        setTop(toolbar());
        setCenter(new StackPane(searched, tags, models, toast));
        setBottom(status);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private DetailsPane details(boolean shown) {
        detailsButton.setId("details-button");
        detailsButton.setSelected(shown);
        detailsButton.setFocusTraversable(false);
        detailsButton.visibleProperty().bind(photosTab.selectedProperty());
        detailsButton.managedProperty().bind(detailsButton.visibleProperty());
        DetailsPane details = new DetailsPane(chores, session::details, session.search()::lookAtMoment);
        details.visibleProperty().bind(detailsButton.selectedProperty());
        grid.selection().subscribe(details::show);
        session.indexing().changes().subscribe(_ -> details.refresh());
        return details;
    }

    /// Whether the user wants to see the details of photos.
    boolean showsDetails() {
        return detailsButton.isSelected();
    }

    private void lookAtModels(boolean shown) {
        if (shown) {
            session.models().refresh();
            chores.run(session::provider, provider::set, failure -> provider.set(FailureText.of(failure)));
        }
    }

    private void browse(SystemDesktop desktop, String address) {
        chores.run(() -> {
            desktop.browse(address);
            return address;
        }, _ -> {
        }, failure -> toast.say(FailureText.of(failure)));
    }

    /// Whether a better model was offered, now or before.
    boolean modelOffered() {
        return modelOffered;
    }

    /// Edge of a photo, as the user has set it.
    double photoSize() {
        return status.size().getValue();
    }

    /// Types a query, as if the user had.
    void search(String query) {
        photosTab.setSelected(true);
        session.search().text().set(query);
        focusSearch();
    }

    void focusSearch() {
        photosTab.setSelected(true);
        searchBox.requestFocus();
        searchBox.selectAll();
    }

    private HBox toolbar() {
        ToggleGroup tabs = new ToggleGroup();
        tabs.getToggles().setAll(photosTab, tagsTab, modelsTab);
        photosTab.setSelected(true);
        // A tab that is pressed again stays.
        tabs.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null && before != null) {
                before.setSelected(true);
            }
        });
        searchBox.visibleProperty().bind(photosTab.selectedProperty());
        HBox.setHgrow(searchBox, Priority.ALWAYS);
        HBox toolbar = new HBox(new HBox(photosTab, tagsTab, modelsTab), searchBox, detailsButton,
                new FoldersMenu(session.indexing(), this::chooseFolder, this::relocate));
        toolbar.setAlignment(Pos.CENTER_LEFT);
        toolbar.getStyleClass().add("main-toolbar");
        return toolbar;
    }

    private static ToggleButton tab(String id, String text, String place) {
        ToggleButton tab = new ToggleButton(text);
        tab.setId(id);
        tab.getStyleClass().add(place);
        return tab;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown()) {
            switch (event.getCode()) {
                case F -> focusSearch();
                case DIGIT1 -> photosTab.setSelected(true);
                case DIGIT2 -> tagsTab.setSelected(true);
                case DIGIT3 -> modelsTab.setSelected(true);
                case I -> detailsButton.fire();
                case O -> chooseFolder();
                case E -> grid.showOccasion();
                case L -> grid.findSimilar();
                case PLUS, EQUALS, ADD -> status.size().setValue(status.size().getValue() + 32);
                case MINUS, SUBTRACT -> status.size().setValue(status.size().getValue() - 32);
                default -> {
                    return;
                }
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && session.completion().isOffering()) {
            session.completion().dismiss();
            event.consume();
        } else if (photosTab.isSelected() && (event.getCode() == KeyCode.ESCAPE
                || (event.getCode() == KeyCode.LEFT && event.isAltDown()))) {
            leave(event.getCode() == KeyCode.ESCAPE);
            event.consume();
        }
    }

    /// One step back: from several photos selected to one, from the photos of a moment to those before, and from an answer to
    /// all photos.
    private void leave(boolean all) {
        if (all && grid.selection().get().count() > 1) {
            grid.selectOne();
        } else if (session.search().moment().get() != null) {
            session.search().back();
        } else if (all) {
            session.search().clear();
            searchBox.requestFocus();
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("A folder with photos");
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            session.indexing().add(List.of(chosen.toPath()));
        }
    }

    private void relocate(Folder folder) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Where " + folder.path() + " lies now");
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            session.indexing().relocate(folder.path(), chosen.toPath());
        }
    }

    private void showFailures() {
        chores.run(() -> session.library().indexing().failures(),
                failures -> FailuresDialog.show(getScene().getWindow(), failures, session.indexing()::retryFailures),
                failure -> toast.say(FailureText.of(failure)));
    }
}
