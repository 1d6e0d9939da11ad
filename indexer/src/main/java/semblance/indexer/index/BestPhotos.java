package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.apache.lucene.index.IndexReader;

/// The nearest of the photos seen so far, each with its nearest vector. Not thread-safe.
final class BestPhotos {
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score).reversed()
            .thenComparingLong(Candidate::photoId);

    private final int count;
    private final TreeSet<Candidate> candidates = new TreeSet<>(BEST_FIRST);
    private final Map<Long, Candidate> byId = new HashMap<>();

    /// A photo with the document that holds its nearest vector.
    ///
    /// @param doc in the whole reader
    record Candidate(long photoId, float score, int doc) {
    }

    /// @param count so many are kept, at least 1
    BestPhotos(int count) {
        this.count = count;
    }

    /// Whether a photo of this score could be among them.
    boolean wants(float score) {
        return score >= least();
    }

    /// The score of the last of them; less than any before there are as many as are kept.
    float least() {
        return candidates.size() < count ? Float.NEGATIVE_INFINITY : candidates.last().score();
    }

    int size() {
        return candidates.size();
    }

    /// Takes a photo in. One that was taken in before keeps the higher of its scores.
    void add(Candidate candidate) {
        Candidate before = byId.get(candidate.photoId());
        if (!wants(candidate.score()) || (before != null && before.score() >= candidate.score())) {
            return;
        }
        if (before != null) {
            candidates.remove(before);
        }
        byId.put(candidate.photoId(), candidate);
        candidates.add(candidate);
        if (candidates.size() > count) {
            byId.remove(candidates.removeLast().photoId());
        }
    }

    /// They, in no order.
    Collection<Candidate> all() {
        return List.copyOf(candidates);
    }

    /// The k best, the best first; of equal scores the older photo first.
    List<ScoredPhoto> inOrder(int k, IndexReader reader) throws IOException {
        List<ScoredPhoto> photos = new ArrayList<>();
        for (Candidate candidate : candidates.stream().limit(k).toList()) {
            photos.add(new ScoredPhoto(candidate.photoId(), candidate.score(),
                    VectorDocuments.moment(reader, candidate.doc())));
        }
        return List.copyOf(photos);
    }
}
