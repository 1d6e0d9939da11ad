package semblance.indexer.index;

import java.util.List;

/// Answer to a nearest-neighbour query.
///
/// @param photos       the k nearest, best first; of equal scores the older photo first
/// @param distribution of the scores over the whole library, or a sample of it where not everything was scored
public record Nearest(List<ScoredPhoto> photos, ScoreDistribution distribution) {
}
