package semblance.app.window.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Photos in rows of some columns, in sections that each begin a row of their own. Immutable.
///
/// @param rows    from top to bottom; no row of photos is empty
/// @param columns photos in a full row, at least 1
record GridRows(List<GridRow> rows, int columns) {
    static GridRows of(List<GridSection> sections, int columns) {
        List<GridRow> rows = new ArrayList<>();
        for (GridSection section : sections) {
            if (section.photos().isEmpty()) {
                continue;
            }
            if (!section.heading().isBlank()) {
                rows.add(new GridRow.Heading(section.heading()));
            }
            List<ShownPhoto> photos = section.photos();
            for (int first = 0; first < photos.size(); first += columns) {
                rows.add(new GridRow.Photos(photos.subList(first, Math.min(first + columns, photos.size()))));
            }
        }
        return new GridRows(rows, columns);
    }

    boolean hasHeadings() {
        return rows.stream().anyMatch(GridRow.Heading.class::isInstance);
    }

    /// The place of a photo; nothing if it is not here.
    Optional<Place> find(long photoId) {
        for (int row = 0; row < rows.size(); row++) {
            List<ShownPhoto> photos = photos(row);
            for (int column = 0; column < photos.size(); column++) {
                if (photos.get(column).id() == photoId) {
                    return Optional.of(new Place(row, column));
                }
            }
        }
        return Optional.empty();
    }

    /// All photos in their order.
    List<ShownPhoto> all() {
        return rows.stream().filter(GridRow.Photos.class::isInstance).map(GridRow.Photos.class::cast)
                .flatMap(row -> row.photos().stream()).toList();
    }

    /// The photos from one to another, whichever comes first, both among them; the other alone if the one is not here.
    List<ShownPhoto> between(long one, ShownPhoto other) {
        List<ShownPhoto> all = all();
        int from = -1;
        int to = -1;
        for (int i = 0; i < all.size(); i++) {
            from = all.get(i).id() == one ? i : from;
            to = all.get(i).id() == other.id() ? i : to;
        }
        return from < 0 || to < 0 ? List.of(other) : all.subList(Math.min(from, to), Math.max(from, to) + 1);
    }

    /// The first photo of all.
    Optional<Place> first() {
        return below(-1, 0);
    }

    /// The first photo of a row, or of the next one that has any.
    Optional<Place> from(int row) {
        return below(row - 1, 0);
    }

    /// The last photo of all.
    Optional<Place> last() {
        return above(rows.size(), columns - 1);
    }

    /// Where a step leads: the place itself at the edge of the grid. Left and right go on in the next row.
    Place step(Place from, Step step) {
        return switch (step) {
            case LEFT -> from.column() > 0
                    ? new Place(from.row(), from.column() - 1)
                    : above(from.row(), columns - 1).orElse(from);
            case RIGHT -> from.column() + 1 < photos(from.row()).size()
                    ? new Place(from.row(), from.column() + 1)
                    : below(from.row(), 0).orElse(from);
            case UP -> above(from.row(), from.column()).orElse(from);
            case DOWN -> below(from.row(), from.column()).orElse(from);
        };
    }

    ShownPhoto photo(Place place) {
        return photos(place.row()).get(place.column());
    }

    private Optional<Place> above(int row, int column) {
        for (int up = row - 1; up >= 0; up--) {
            if (!photos(up).isEmpty()) {
                return Optional.of(new Place(up, Math.min(column, photos(up).size() - 1)));
            }
        }
        return Optional.empty();
    }

    private Optional<Place> below(int row, int column) {
        for (int down = row + 1; down < rows.size(); down++) {
            if (!photos(down).isEmpty()) {
                return Optional.of(new Place(down, Math.min(column, photos(down).size() - 1)));
            }
        }
        return Optional.empty();
    }

    private List<ShownPhoto> photos(int row) {
        return rows.get(row) instanceof GridRow.Photos(List<ShownPhoto> photos) ? photos : List.of();
    }

    /// A place in the grid that holds a photo.
    record Place(int row, int column) {
    }

    /// A step of the arrow keys.
    enum Step {
        LEFT, RIGHT, UP, DOWN
    }
}
