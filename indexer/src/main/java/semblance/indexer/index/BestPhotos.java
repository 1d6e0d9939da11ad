package semblance.indexer.index;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// The k nearest of the photos seen so far. Not thread-safe.
final class BestPhotos {
    static final Comparator<ScoredPhoto> BEST_FIRST = Comparator.comparingDouble(ScoredPhoto::score).reversed()
            .thenComparingLong(ScoredPhoto::photoId);

    private final int k;
    private final PriorityQueue<ScoredPhoto> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    BestPhotos(int k) {
        this.k = k;
    }

    /// Whether a photo of this score could be among them.
    boolean wants(float score) {
        return worstFirst.size() < k || score >= worstFirst.element().score();
    }

    /// Takes a photo in; each one once.
    void add(long photoId, float score) {
        if (wants(score)) {
            worstFirst.add(new ScoredPhoto(photoId, score));
            if (worstFirst.size() > k) {
                worstFirst.remove();
            }
        }
    }

    /// The best first; of equal scores the older photo first.
    List<ScoredPhoto> inOrder() {
        return worstFirst.stream().sorted(BEST_FIRST).toList();
    }
}
