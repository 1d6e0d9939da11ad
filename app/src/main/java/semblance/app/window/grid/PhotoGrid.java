package semblance.app.window.grid;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;

import semblance.app.window.grid.GridRows.Place;
import semblance.app.window.grid.GridRows.Step;
import semblance.app.window.picture.PhotoMoment;
import semblance.app.window.picture.PictureLoader;

/// Photos in rows, any number of them: only the rows on the screen have nodes. One photo can be selected, by mouse or
/// arrow keys.
public final class PhotoGrid extends StackPane {
    /// On both sides; the right one holds the scroll bar.
    private static final double MARGIN = 14;

    private final ListView<GridRow> list = new ListView<>();
    private final PictureLoader<PhotoMoment> pictures;
    private final PhotoActions actions;
    private final PhotoMenu menu;
    private final DoubleProperty wishedSize = new SimpleDoubleProperty(184);
    private final ReadOnlyObjectWrapper<@Nullable ShownPhoto> selected = new ReadOnlyObjectWrapper<>();
    private final Set<PhotoTile> tiles = Collections.newSetFromMap(new WeakHashMap<>());
    private List<GridSection> sections = List.of();
    private GridRows rows = GridRows.of(List.of(), 1);
    private TileMeasure measure = new TileMeasure(1, 184);

    public PhotoGrid(PictureLoader<PhotoMoment> pictures, PhotoActions actions) {
        this.pictures = pictures;
        this.actions = actions;
        this.menu = new PhotoMenu(actions);
        getStyleClass().add("photo-grid");
        list.setId("photo-list");
        list.setAccessibleText("Photos");
        list.setCellFactory(_ -> new GridRowCell(this::tile, () -> measure));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setOnContextMenuRequested(this::menu);
        getChildren().setAll(list);
        list.widthProperty().subscribe(_ -> layOut());
        wishedSize.subscribe(_ -> layOut());
        selected.subscribe(_ -> tiles.forEach(this::mark));
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
        ShownPhoto before = selected.get();
        selected.set(before == null ? null : rows.find(before.id()).map(rows::photo).orElse(null));
    }

    /// Edge of a tile as the user wishes it; tiles are a little larger, to fill the width.
    public DoubleProperty wishedSize() {
        return wishedSize;
    }

    public ReadOnlyObjectProperty<@Nullable ShownPhoto> selected() {
        return selected.getReadOnlyProperty();
    }

    /// Puts the keyboard into the grid, on the first photo if none is selected.
    public void focus() {
        list.requestFocus();
        if (selected.get() == null) {
            rows.first().ifPresent(this::select);
        }
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
        PhotoTile tile = new PhotoTile(pictures);
        tiles.add(tile);
        tile.photo().subscribe(_ -> mark(tile));
        tile.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> pressed(tile, event));
        tile.setOnDragDetected(tile::drag);
        return tile;
    }

    private void mark(PhotoTile tile) {
        ShownPhoto photo = tile.photo().get();
        ShownPhoto chosen = selected.get();
        tile.select(photo != null && chosen != null && photo.id() == chosen.id());
    }

    private void pressed(PhotoTile tile, MouseEvent event) {
        ShownPhoto photo = tile.known();
        if (photo == null) {
            return;
        }
        list.requestFocus();
        menu.hide();
        selected.set(photo);
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            actions.open(photo);
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        ShownPhoto photo = selected.get();
        if (photo == null) {
            return;
        }
        if (event.isKeyboardTrigger()) {
            Node tile = tiles.stream().filter(shown -> photo.equals(shown.known())).map(Node.class::cast)
                    .findFirst().orElse(list);
            Bounds bounds = tile.localToScreen(tile.getBoundsInLocal());
            menu.show(list, photo, bounds.getCenterX(), bounds.getCenterY());
        } else {
            menu.show(list, photo, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT, KP_LEFT -> step(Step.LEFT, 1);
            case RIGHT, KP_RIGHT -> step(Step.RIGHT, 1);
            case UP, KP_UP -> step(Step.UP, 1);
            case DOWN, KP_DOWN -> step(Step.DOWN, 1);
            case PAGE_UP -> step(Step.UP, rowsOnScreen());
            case PAGE_DOWN -> step(Step.DOWN, rowsOnScreen());
            case HOME -> rows.first().ifPresent(this::select);
            case END -> rows.last().ifPresent(this::select);
            case ENTER -> Optional.ofNullable(selected.get()).ifPresent(actions::open);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(Step step, int times) {
        ShownPhoto from = selected.get();
        Optional<Place> place = from == null ? Optional.empty() : rows.find(from.id());
        if (place.isEmpty()) {
            rows.first().ifPresent(this::select);
            return;
        }
        Place at = place.get();
        for (int i = 0; i < times; i++) {
            at = rows.step(at, step);
        }
        select(at);
    }

    private int rowsOnScreen() {
        return Math.max(1, (int) (list.getHeight() / measure.rowHeight()));
    }

    private void select(Place place) {
        ShownPhoto photo = rows.photo(place);
        selected.set(tiles.stream().filter(tile -> photo.equals(tile.photo().get())).findFirst().map(PhotoTile::known)
                .orElse(photo));
        flow().ifPresent(flow -> flow.scrollTo(place.row()));
    }

    private Optional<VirtualFlow<?>> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? Optional.of(flow) : Optional.empty();
    }
}
