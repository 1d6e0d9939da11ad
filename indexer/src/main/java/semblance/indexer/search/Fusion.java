package semblance.indexer.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.index.TextHit;

/// Makes one order of two: what photos show, and what is written with them, by reciprocal rank fusion (Cormack, Clarke and
/// Büttcher, 2009). How, and what it was measured with, stands in docs/decisions/0019-text-matches.md.
final class Fusion {
    /// Ranks beyond this one count for nothing.
    static final int DEPTH = 1000;
    private static final int K = 60;
    /// Of the query's words that stand with a photo before that counts as the reason why it was found.
    private static final double REASON = 0.5;

    /// A photo in the common order.
    ///
    /// @param written whether what is written with it is a reason for its place
    record Fused(ScoredPhoto photo, boolean relevant, boolean written) {
    }

    private record Candidate(Fused fused, double value) {
    }

    private static final Comparator<Candidate> ORDER = Comparator
            .<Candidate>comparingInt(candidate -> candidate.fused().relevant() ? 0 : 1)
            .thenComparingDouble(candidate -> -candidate.value())
            .thenComparingDouble(candidate -> -candidate.fused().photo().score())
            .thenComparingLong(candidate -> candidate.fused().photo().photoId());

    private Fusion() {
    }

    /// Fuses. The relevant photos come first: those that pass the cut, and those with which all that was asked for is
    /// written.
    ///
    /// @param shown   nearest first; the first [#DEPTH], or all if there are fewer, and any beyond
    /// @param texts   best first
    /// @param written those of them that have a score
    static List<Fused> fuse(List<ScoredPhoto> shown, List<TextHit> texts, List<ScoredPhoto> written, RelevanceCut cut) {
        Map<Long, ScoredPhoto> scored = new HashMap<>();
        written.forEach(photo -> scored.put(photo.photoId(), photo));
        Map<Long, Double> values = new HashMap<>();
        for (int i = 0; i < Math.min(DEPTH, shown.size()); i++) {
            values.put(shown.get(i).photoId(), 1.0 / (K + i + 1));
        }
        List<Candidate> candidates = new ArrayList<>();
        Set<Long> known = new HashSet<>();
        for (TextHit text : inOrder(texts, scored)) {
            ScoredPhoto photo = scored.get(text.photoId());
            if (photo != null && known.add(text.photoId())) {
                double value = values.getOrDefault(text.photoId(), 0.0)
                        + influence(text.coverage()) / (K + known.size());
                candidates.add(new Candidate(new Fused(photo, text.coverage() == 1 || cut.passes(photo.score()),
                        text.coverage() >= REASON), value));
            }
        }
        for (ScoredPhoto photo : shown) {
            if (known.add(photo.photoId())) {
                candidates.add(new Candidate(new Fused(photo, cut.passes(photo.score()), false),
                        values.getOrDefault(photo.photoId(), 0.0)));
            }
        }
        return candidates.stream().sorted(ORDER).map(Candidate::fused).toList();
    }

    /// How much a rank among the texts counts beside one among what is shown: fully where at least half of the words stand
    /// there, hardly for one word of a long sentence.
    private static double influence(double coverage) {
        return Math.min(1, 4 * coverage * coverage);
    }

    /// Of those that fit equally well, as all photos of one folder do, that comes first which shows more of it.
    private static List<TextHit> inOrder(List<TextHit> texts, Map<Long, ScoredPhoto> scored) {
        return texts.stream().sorted(Comparator.<TextHit>comparingDouble(text -> -text.score())
                .thenComparingDouble(text -> -score(scored, text)).thenComparingLong(TextHit::photoId)).toList();
    }

    private static double score(Map<Long, ScoredPhoto> scored, TextHit text) {
        ScoredPhoto photo = scored.get(text.photoId());
        return photo == null ? -1 : photo.score();
    }
}
