package semblance.app.window.grid;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyObjectProperty;

import semblance.app.window.picture.PhotoMoment;
import semblance.app.window.picture.PictureLoader;

/// The tiles of the rows on the screen, for as long as these keep them. Those of selected photos are marked.
final class GridTiles {
    private final PictureLoader<PhotoMoment> pictures;
    private final ReadOnlyObjectProperty<GridSelection> selection;
    private final Set<PhotoTile> tiles = Collections.newSetFromMap(new WeakHashMap<>());

    GridTiles(PictureLoader<PhotoMoment> pictures, ReadOnlyObjectProperty<GridSelection> selection) {
        this.pictures = pictures;
        this.selection = selection;
        selection.subscribe(_ -> tiles.forEach(this::mark));
    }

    /// Makes another one, which shows no photo yet.
    PhotoTile add() {
        PhotoTile tile = new PhotoTile(pictures);
        tiles.add(tile);
        tile.photo().subscribe(_ -> mark(tile));
        return tile;
    }

    private void mark(PhotoTile tile) {
        ShownPhoto photo = tile.photo().get();
        tile.select(photo != null && selection.get().contains(photo.id()));
    }

    /// The photo with all that its tile knows of it, if it has one.
    ShownPhoto known(ShownPhoto photo) {
        return tiles.stream().filter(tile -> photo.equals(tile.photo().get())).findFirst().map(PhotoTile::known)
                .orElse(photo);
    }

    /// The tile that shows a photo, whatever is known of it.
    Optional<PhotoTile> showing(ShownPhoto photo) {
        return tiles.stream().filter(tile -> tile.photo().get() != null && tile.photo().get().id() == photo.id())
                .findFirst();
    }
}
