package semblance.app.window.grid;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// Which photos of the grid are selected: a bit for each id up to the greatest, so that all of a large library can be.
/// Immutable.
public final class GridSelection {
    /// None.
    public static final GridSelection NONE = new GridSelection(new BitSet(), null, null);

    private final BitSet ids;
    private final @Nullable ShownPhoto lead;
    private final @Nullable ShownPhoto anchor;

    private GridSelection(BitSet ids, @Nullable ShownPhoto lead, @Nullable ShownPhoto anchor) {
        this.ids = ids;
        this.lead = lead;
        this.anchor = anchor;
    }

    /// One photo alone.
    static GridSelection of(ShownPhoto photo) {
        return new GridSelection(bit(photo), photo, photo);
    }

    /// All of some photos.
    ///
    /// @param lead one of them
    static GridSelection all(List<ShownPhoto> photos, ShownPhoto lead) {
        BitSet ids = new BitSet();
        photos.forEach(photo -> ids.set(Math.toIntExact(photo.id())));
        return new GridSelection(ids, lead, lead);
    }

    private static BitSet bit(ShownPhoto photo) {
        BitSet ids = new BitSet();
        ids.set(Math.toIntExact(photo.id()));
        return ids;
    }

    /// The same with one photo more, or less if it was selected.
    GridSelection toggled(ShownPhoto photo) {
        BitSet toggled = (BitSet) ids.clone();
        toggled.flip(Math.toIntExact(photo.id()));
        return new GridSelection(toggled, photo, photo);
    }

    /// The photos from where the selection began to another one, and none else.
    ///
    /// @param range from the one to the other
    /// @param more  whether those selected before stay
    GridSelection extended(List<ShownPhoto> range, ShownPhoto to, boolean more) {
        BitSet extended = more ? (BitSet) ids.clone() : new BitSet();
        range.forEach(photo -> extended.set(Math.toIntExact(photo.id())));
        return new GridSelection(extended, to, anchor == null ? to : anchor);
    }

    /// The same, with another one of them that keys go on from.
    GridSelection led(ShownPhoto photo) {
        return new GridSelection(ids, photo, anchor);
    }

    /// Those that are still shown, as they are shown now.
    GridSelection within(List<ShownPhoto> photos) {
        BitSet rest = new BitSet();
        ShownPhoto first = null;
        ShownPhoto newLead = null;
        ShownPhoto newAnchor = null;
        for (ShownPhoto photo : photos) {
            if (contains(photo.id())) {
                rest.set(Math.toIntExact(photo.id()));
                first = first == null ? photo : first;
            }
            newLead = is(lead, photo) ? photo : newLead;
            newAnchor = is(anchor, photo) ? photo : newAnchor;
        }
        if (rest.isEmpty()) {
            return NONE;
        }
        newLead = newLead == null ? first : newLead;
        return new GridSelection(rest, newLead, newAnchor == null ? newLead : newAnchor);
    }

    private static boolean is(@Nullable ShownPhoto one, ShownPhoto other) {
        return one != null && one.id() == other.id();
    }

    /// Whether a photo is selected.
    public boolean contains(long photoId) {
        return photoId <= Integer.MAX_VALUE && ids.get((int) photoId);
    }

    public int count() {
        return ids.cardinality();
    }

    /// The photo that keys go on from: the one selected last, or taken out of the selection last.
    public Optional<ShownPhoto> lead() {
        return Optional.ofNullable(lead);
    }

    /// The one from which a range is counted.
    Optional<ShownPhoto> anchor() {
        return Optional.ofNullable(anchor);
    }

    /// The only photo, if it is one.
    public Optional<ShownPhoto> single() {
        return count() == 1 ? lead().filter(photo -> contains(photo.id())) : Optional.empty();
    }
}
