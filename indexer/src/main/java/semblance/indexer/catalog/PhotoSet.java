package semblance.indexer.catalog;

import java.util.BitSet;
import java.util.function.LongPredicate;

/// Some of the photos, by their ids: a bit for each id up to the greatest. Immutable.
public final class PhotoSet implements LongPredicate {
    private final BitSet ids;

    private PhotoSet(BitSet ids) {
        this.ids = ids;
    }

    /// Collects ids. Not thread-safe.
    static final class Builder {
        private final BitSet ids = new BitSet();

        /// @throws ArithmeticException beyond 2^31 - 1, which takes two thousand million photos: ids count up from 1
        void add(long photoId) {
            ids.set(Math.toIntExact(photoId));
        }

        PhotoSet build() {
            return new PhotoSet((BitSet) ids.clone());
        }
    }

    /// A set of some ids.
    ///
    /// @param ids from 0 to 2^31 - 1
    public static PhotoSet of(Iterable<Long> ids) {
        Builder builder = new Builder();
        ids.forEach(builder::add);
        return builder.build();
    }

    @Override
    public boolean test(long photoId) {
        return photoId >= 0 && photoId <= Integer.MAX_VALUE && ids.get((int) photoId);
    }

    public int size() {
        return ids.cardinality();
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /// Those in both.
    public PhotoSet and(PhotoSet other) {
        BitSet both = (BitSet) ids.clone();
        both.and(other.ids);
        return new PhotoSet(both);
    }

    /// Those in either.
    public PhotoSet or(PhotoSet other) {
        BitSet either = (BitSet) ids.clone();
        either.or(other.ids);
        return new PhotoSet(either);
    }

    /// Those that are not in another one.
    public PhotoSet without(PhotoSet other) {
        BitSet rest = (BitSet) ids.clone();
        rest.andNot(other.ids);
        return new PhotoSet(rest);
    }
}
