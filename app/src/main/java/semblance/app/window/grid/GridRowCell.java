package semblance.app.window.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/// A row on the screen: its tiles stay and show other photos as the grid is scrolled.
final class GridRowCell extends ListCell<GridRow> {
    private final Supplier<PhotoTile> makeTile;
    private final Supplier<TileMeasure> measure;
    private final HBox row = new HBox(TileMeasure.GAP);
    private final Label heading = new Label();
    private final List<PhotoTile> tiles = new ArrayList<>();

    GridRowCell(Supplier<PhotoTile> makeTile, Supplier<TileMeasure> measure) {
        this.makeTile = makeTile;
        this.measure = measure;
        getStyleClass().add("photo-row");
        heading.getStyleClass().add("photo-heading");
        row.getStyleClass().add("photo-row-tiles");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        // One graphic for good: nodes that are taken out and put back are styled anew, which is what scrolling waits for.
        heading.managedProperty().bind(heading.visibleProperty());
        row.managedProperty().bind(row.visibleProperty());
        setGraphic(new VBox(heading, row));
        setPrefWidth(0); // as wide as the list, never wider
    }

    @Override
    protected void updateItem(@Nullable GridRow item, boolean empty) {
        super.updateItem(item, empty);
        heading.setVisible(item instanceof GridRow.Heading && !empty);
        row.setVisible(item instanceof GridRow.Photos && !empty);
        if (empty || item == null) {
            release();
            return;
        }
        switch (item) {
            case GridRow.Heading(String text) -> {
                release();
                heading.setText(text);
            }
            case GridRow.Photos(List<ShownPhoto> photos) -> fill(photos);
        }
    }

    private void fill(List<ShownPhoto> photos) {
        TileMeasure tile = measure.get();
        while (tiles.size() < photos.size()) {
            PhotoTile made = makeTile.get();
            tiles.add(made);
            row.getChildren().add(made);
        }
        for (int i = 0; i < tiles.size(); i++) {
            tiles.get(i).show(i < photos.size() ? photos.get(i) : null, tile.size());
            tiles.get(i).setManaged(i < photos.size());
        }
    }

    private void release() {
        tiles.forEach(tile -> tile.show(null, tile.getPrefWidth()));
    }
}
