package semblance.indexer.alike;

import java.util.HashMap;
import java.util.Map;

import semblance.indexer.catalog.AlikeTable;
import semblance.indexer.catalog.AlikeTable.Picture;

/// Whether two pictures show the same shot. Embeddings that were looked at are kept as long as this is: where many pictures
/// look alike coarsely, as pages and screenshots do, each is wanted again and again. For one thread.
final class Likeness {
    /// Of the heap, for the embeddings kept. When it is used up the others are read each time: to drop some for others would
    /// help nothing, for they are wanted in turn.
    private static final int PART_OF_HEAP = 16;
    private static final float[] UNKNOWN = {};

    private final int mostBits;
    private final double leastCosine;
    private final Map<Long, float[]> kept = new HashMap<>();
    private long room = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;

    /// @param mostBits    in which the hashes of pictures alike differ
    /// @param leastCosine of their embeddings
    Likeness(int mostBits, double leastCosine) {
        this.mostBits = mostBits;
        this.leastCosine = leastCosine;
    }

    /// @param embeddings where those are that are not known yet
    boolean of(Picture one, Picture other, AlikeTable embeddings) {
        return Long.bitCount(one.hash() ^ other.hash()) <= mostBits
                && cosine(vector(one.contentId(), embeddings), vector(other.contentId(), embeddings)) >= leastCosine;
    }

    private static double cosine(float[] one, float[] other) {
        if (one.length == 0 || one.length != other.length) {
            return -1;
        }
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private float[] vector(long content, AlikeTable embeddings) {
        float[] known = kept.get(content);
        if (known != null) {
            return known;
        }
        float[] vector = embeddings.vector(content).orElse(UNKNOWN);
        long bytes = Float.BYTES * (long) vector.length;
        if (vector.length > 0 && bytes <= room) {
            room -= bytes;
            kept.put(content, vector);
        }
        return vector;
    }
}
