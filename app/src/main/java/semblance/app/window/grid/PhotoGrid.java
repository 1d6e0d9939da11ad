package semblance.app.window.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import semblance.app.window.grid.GridRows.Place;
import semblance.app.window.grid.GridRows.Step;
import semblance.app.window.picture.PhotoMoment;
import semblance.app.window.picture.PictureLoader;

/// Photos in rows, any number of them: only the rows on the screen have nodes. Photos are selected by mouse or arrow keys: one,
/// a range of them with Shift, one more or less with the key of shortcuts, all with that and A.
public final class PhotoGrid extends StackPane {
    /// On both sides; the right one holds the scroll bar.
    private static final double MARGIN = 14;

    private final ListView<GridRow> list = new ListView<>();
    private final PhotoActions actions;
    private final PhotoMenu menu;
    private final DoubleProperty wishedSize = new SimpleDoubleProperty(184);
    private final ReadOnlyObjectWrapper<GridSelection> selection = new ReadOnlyObjectWrapper<>(GridSelection.NONE);
    private final GridTiles tiles;
    private List<GridSection> sections = List.of();
    private GridRows rows = GridRows.of(List.of(), 1);
    private TileMeasure measure = new TileMeasure(1, 184);

    public PhotoGrid(PictureLoader<PhotoMoment> pictures, PhotoActions actions) {
        this.tiles = new GridTiles(pictures, selection.getReadOnlyProperty());
        this.actions = actions;
        this.menu = new PhotoMenu(actions);
        getStyleClass().add("photo-grid");
        list.setId("photo-list");
        list.setCellFactory(_ -> new GridRowCell(this::tile, () -> measure));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnContextMenuRequested(this::menu);
        getChildren().setAll(list);
        list.widthProperty().subscribe(_ -> layOut());
        wishedSize.subscribe(_ -> layOut());
        selection.subscribe(now -> list
                .setAccessibleText(now.count() > 1 ? "Photos, " + now.count() + " selected" : "Photos"));
    }

    /// Shows other photos, from the top.
    public void show(List<GridSection> shown) {
        update(shown);
        list.scrollTo(0);
    }

    /// Shows a newer state of the same photos; who has scrolled stays there.
    public void update(List<GridSection> shown) {
        sections = shown;
        rows = GridRows.of(sections, measure.columns());
        fill();
        if (selection.get().count() > 0) {
            selection.set(selection.get().within(rows.all()));
        }
    }

    /// Selects a photo and brings it onto the screen, if it is among those shown.
    public void reveal(long photoId) {
        rows.find(photoId).ifPresent(this::select);
    }

    /// Edge of a tile as the user wishes it; tiles are a little larger, to fill the width.
    public DoubleProperty wishedSize() {
        return wishedSize;
    }

    public ReadOnlyObjectProperty<GridSelection> selection() {
        return selection.getReadOnlyProperty();
    }

    /// Of several photos leaves the one selected last.
    public void selectOne() {
        selection.get().lead().ifPresent(lead -> selection.set(GridSelection.of(lead)));
    }

    /// Looks for photos like those selected.
    public void findSimilar() {
        List<ShownPhoto> photos = selected();
        if (!photos.isEmpty() && photos.size() <= PhotoActions.MOST_LIKED) {
            actions.findSimilar(photos);
        }
    }

    /// Shows the photos that were taken on the occasion of the one selected.
    public void showOccasion() {
        selection.get().single().ifPresent(actions::showOccasion);
    }

    /// Puts the keyboard into the grid, on the first photo if none is selected.
    public void focus() {
        list.requestFocus();
        if (selection.get().count() == 0) {
            rows.first().ifPresent(this::select);
        }
    }

    /// The photos selected, in their order; the one of a single tile with all that is known of it.
    private List<ShownPhoto> selected() {
        GridSelection now = selection.get();
        return now.single().map(List::of)
                .orElseGet(() -> rows.all().stream().filter(photo -> now.contains(photo.id())).toList());
    }

    private void layOut() {
        double width = list.getWidth() - 2 * MARGIN;
        TileMeasure next = TileMeasure.of(Math.max(1, width), wishedSize.get());
        if (next.equals(measure)) {
            return;
        }
        Optional<ShownPhoto> top = onTop();
        measure = next;
        if (rows.columns() != measure.columns()) {
            rows = GridRows.of(sections, measure.columns());
        }
        fill();
        top.flatMap(photo -> rows.find(photo.id())).ifPresent(place -> list.scrollTo(place.row()));
    }

    private Optional<ShownPhoto> onTop() {
        return flow().map(VirtualFlow::getFirstVisibleCell)
                .filter(cell -> cell.getIndex() > 0 && cell.getIndex() < rows.rows().size())
                .flatMap(cell -> rows.from(cell.getIndex())).map(rows::photo);
    }

    private void fill() {
        list.setFixedCellSize(rows.hasHeadings() ? -1 : measure.rowHeight());
        list.getItems().setAll(rows.rows());
        list.refresh();
    }

    private PhotoTile tile() {
        PhotoTile tile = tiles.add();
        tile.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(tile, event));
        tile.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released(tile, event));
        tile.setOnDragDetected(event -> tile.drag(event, selected()));
        return tile;
    }

    private void pressed(PhotoTile tile, MouseEvent event) {
        ShownPhoto photo = tile.known();
        if (photo == null) {
            return;
        }
        list.requestFocus();
        menu.hide();
        GridSelection before = selection.get();
        boolean primary = event.getButton() == MouseButton.PRIMARY;
        if (primary && event.isShiftDown()) {
            extend(photo, event.isShortcutDown());
        } else if (primary && event.isShortcutDown()) {
            selection.set(before.toggled(photo));
        } else if (before.contains(photo.id()) && before.count() > 1) {
            selection.set(before.led(photo)); // all of them may be about to be dragged, or asked what can be done with them
        } else {
            selection.set(GridSelection.of(photo));
        }
        if (primary && event.getClickCount() == 2) {
            actions.open(List.of(photo));
        }
        event.consume();
    }

    private void released(PhotoTile tile, MouseEvent event) {
        ShownPhoto photo = tile.known();
        if (photo != null && event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()
                && !event.isShiftDown() && !event.isShortcutDown() && selection.get().count() > 1) {
            selection.set(GridSelection.of(photo));
        }
    }

    private void extend(ShownPhoto to, boolean more) {
        GridSelection before = selection.get();
        long from = before.anchor().orElse(to).id();
        selection.set(before.extended(rows.between(from, to), to, more));
    }

    private void menu(ContextMenuEvent event) {
        List<ShownPhoto> photos = selected();
        if (photos.isEmpty()) {
            return;
        }
        ShownPhoto lead = selection.get().lead().filter(photo -> selection.get().contains(photo.id()))
                .orElse(photos.getFirst());
        if (event.isKeyboardTrigger()) {
            Node tile = tiles.showing(lead).map(Node.class::cast).orElse(list);
            Bounds bounds = tile.localToScreen(tile.getBoundsInLocal());
            menu.show(list, photos, lead, bounds.getCenterX(), bounds.getCenterY());
        } else {
            menu.show(list, photos, lead, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.A) {
            selectAll();
            event.consume();
        }
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        Consumer<Place> go = event.isShiftDown() ? this::extend : this::select;
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> step(Step.LEFT, 1, go);
            case RIGHT, KP_RIGHT -> step(Step.RIGHT, 1, go);
            case UP, KP_UP -> step(Step.UP, 1, go);
            case DOWN, KP_DOWN -> step(Step.DOWN, 1, go);
            case PAGE_UP -> step(Step.UP, rowsOnScreen(), go);
            case PAGE_DOWN -> step(Step.DOWN, rowsOnScreen(), go);
            case HOME -> rows.first().ifPresent(go);
            case END -> rows.last().ifPresent(go);
            case ENTER -> open();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void selectAll() {
        List<ShownPhoto> all = rows.all();
        if (!all.isEmpty()) {
            selection.set(GridSelection.all(all, selection.get().lead().orElse(all.getFirst())));
        }
    }

    private void open() {
        List<ShownPhoto> photos = selected();
        if (!photos.isEmpty() && photos.size() <= PhotoActions.MOST_OPENED) {
            actions.open(photos);
        }
    }

    private void step(Step step, int times, Consumer<Place> go) {
        Optional<Place> place = selection.get().lead().flatMap(from -> rows.find(from.id()));
        if (place.isEmpty()) {
            rows.first().ifPresent(this::select);
            return;
        }
        Place at = place.get();
        for (int i = 0; i < times; i++) {
            at = rows.step(at, step);
        }
        go.accept(at);
    }

    private int rowsOnScreen() {
        return Math.max(1, (int) (list.getHeight() / measure.rowHeight()));
    }

    private void select(Place place) {
        selection.set(GridSelection.of(known(place)));
        flow().ifPresent(flow -> flow.scrollTo(place.row()));
    }

    private void extend(Place place) {
        extend(known(place), false);
        flow().ifPresent(flow -> flow.scrollTo(place.row()));
    }

    private ShownPhoto known(Place place) {
        return tiles.known(rows.photo(place));
    }

    private Optional<VirtualFlow<?>> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }
}
