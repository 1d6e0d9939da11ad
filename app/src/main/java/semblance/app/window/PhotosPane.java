package semblance.app.window;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

import semblance.app.window.grid.GridSection;
import semblance.app.window.grid.PhotoGrid;
import semblance.app.window.indexing.IndexingModel;
import semblance.app.window.indexing.LibraryStatus;
import semblance.app.window.search.Answer;
import semblance.app.window.search.Query;
import semblance.app.window.search.SearchModel;
import semblance.app.window.search.SearchState;

/// The grid with what was found, or what to do as long as there is nothing to show.
final class PhotosPane extends StackPane {
    private static final int WATCHED_GROWING = 5000;

    private final SearchModel search;
    private final IndexingModel indexing;
    private final PhotoGrid grid;
    private final Runnable chooseFolder;
    private final EmptyState empty = new EmptyState("empty");
    private final MomentBar moment;
    private Query shown = new Query.Everything();

    PhotosPane(SearchModel search, IndexingModel indexing, PhotoGrid grid, Runnable chooseFolder) {
        this.search = search;
        this.indexing = indexing;
        this.grid = grid;
        this.chooseFolder = chooseFolder;
        this.moment = new MomentBar(search::back);
        getStyleClass().add("photos-pane");
        Label hint = new Label("Drop a folder to add it to the library, or a picture to find photos like it");
        hint.getStyleClass().add("drop-hint");
        hint.setMouseTransparent(true);
        setAlignment(hint, Pos.BOTTOM_CENTER);
        Label queryHint = new Label();
        queryHint.setId("query-hint");
        queryHint.getStyleClass().add("query-hint");
        queryHint.setWrapText(true);
        queryHint.setMouseTransparent(true);
        queryHint.textProperty().bind(search.hint());
        queryHint.visibleProperty().bind(search.hint().isNotEmpty());
        setAlignment(queryHint, Pos.TOP_CENTER);
        moment.setVisible(false);
        moment.managedProperty().bind(moment.visibleProperty());
        BorderPane shownPhotos = new BorderPane(new StackPane(grid, empty));
        shownPhotos.setTop(moment);
        getChildren().setAll(shownPhotos, hint, queryHint);
        search.state().subscribe(this::show);
        indexing.status().subscribe(_ -> explain());
        indexing.progress().subscribe(_ -> explain());
        indexing.running().subscribe(_ -> explain());
        indexing.changes().subscribe(_ -> follow());
    }

    private void show(SearchState state) {
        List<GridSection> sections = state instanceof SearchState.Answered(Answer answer)
                ? sections(answer)
                : List.of();
        Query before = shown;
        shown = search.query();
        if (shown.equals(before)) {
            grid.update(sections);
        } else {
            grid.show(sections);
            Stream.of(shown, before).filter(Query.SameMoment.class::isInstance).map(Query.SameMoment.class::cast)
                    .findFirst().ifPresent(at -> grid.reveal(at.photoId())); // where the user was, and comes back to
        }
        moment.show(state);
        explain();
    }

    /// A small library is seen growing; a large one is looked through again once indexing is done.
    private void follow() {
        boolean small = !(search.state().get() instanceof SearchState.Answered(Answer answer))
                || answer.searched() < WATCHED_GROWING;
        if (small || !indexing.isRunning()) {
            search.refresh();
        }
    }

    private static List<GridSection> sections(Answer answer) {
        return List.of(new GridSection("Tagged by you, or named so", answer.first()),
                new GridSection(answer.first().isEmpty() ? "" : "By what they show", answer.relevant()),
                new GridSection(answer.matches() == 0
                        ? "Nothing stands out. These come closest:"
                        : "Weaker matches", answer.weaker()));
    }

    /// Says what to do if there is nothing to look at.
    private void explain() {
        boolean nothing = switch (search.state().get()) {
            case SearchState.Unasked _ -> false;
            case SearchState.Failed(_, String message) -> {
                empty.target(false).say("That did not work", message).offer();
                yield true;
            }
            case SearchState.Answered(Answer answer) -> answer.isEmpty()
                    && explain(answer);
        };
        empty.setVisible(nothing);
        grid.setVisible(!nothing);
    }

    private boolean explain(Answer answer) {
        if (!answer.title().isEmpty()) {
            empty.target(false).say("No photos of the same moment", answer.title()).offer("Back", search::back);
            return true;
        }
        return answer.searched() > 0 ? explainNothingFits() : explainNoPhotos();
    }

    private boolean explainNothingFits() {
        empty.target(false).say("No photo fits", "The filters in the search leave out every photo of the library.")
                .offer();
        return true;
    }

    private boolean explainNoPhotos() {
        LibraryStatus status = indexing.status().get();
        empty.target(!indexing.isRunning() && status.counts().photos() == 0);
        if (indexing.isRunning()) {
            empty.say("Looking through your photos", "The first ones appear here in a moment. You can search while"
                    + " the rest is being indexed.").offer();
        } else if (status.counts().photos() == 0) {
            empty.say(status.folders().isEmpty() ? "Find your photos by what they show" : "No photos yet",
                    status.folders().isEmpty()
                            ? "Drop a folder with photos here, or choose one. Your photos are only read, and nothing"
                                    + " leaves this computer."
                            : "There are no photos in the folders of the library. Add another folder.")
                    .offer("Choose a folder…", chooseFolder);
        } else {
            empty.say("Nothing can be shown yet", status.counts().failed() > 0
                    ? "None of the pictures could be read. The status line tells why."
                    : "The photos wait to be indexed.").offer();
        }
        return status.known();
    }
}
