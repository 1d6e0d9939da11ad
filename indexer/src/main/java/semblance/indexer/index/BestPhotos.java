package semblance.indexer.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import org.apache.lucene.index.IndexReader;

/// The k nearest of the photos seen so far. Not thread-safe.
final class BestPhotos {
    static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(Candidate::score).reversed()
            .thenComparingLong(Candidate::photoId);

    private final int k;
    private final PriorityQueue<Candidate> worstFirst = new PriorityQueue<>(BEST_FIRST.reversed());

    /// A photo with the document that holds its nearest vector.
    record Candidate(long photoId, float score, int doc) {
    }

    BestPhotos(int k) {
        this.k = k;
    }

    /// Whether a photo of this score could be among them.
    boolean wants(float score) {
        return worstFirst.size() < k || score >= worstFirst.element().score();
    }

    /// Takes a photo in; each one once.
    ///
    /// @param doc of its nearest vector, in the whole reader
    void add(long photoId, float score, int doc) {
        if (wants(score)) {
            worstFirst.add(new Candidate(photoId, score, doc));
            if (worstFirst.size() > k) {
                worstFirst.remove();
            }
        }
    }

    /// The best first; of equal scores the older photo first.
    List<ScoredPhoto> inOrder(IndexReader reader) throws IOException {
        List<ScoredPhoto> photos = new ArrayList<>();
        for (Candidate candidate : worstFirst.stream().sorted(BEST_FIRST).toList()) {
            photos.add(new ScoredPhoto(candidate.photoId(), candidate.score(),
                    VectorDocuments.moment(reader, candidate.doc())));
        }
        return List.copyOf(photos);
    }
}
