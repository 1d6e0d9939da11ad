package semblance.indexer.index;

/// Where a photo stands among others in the answer to a query.
///
/// @param score        the cosine, from -1 to 1
/// @param before       how many of the others come before it
/// @param best         score of the first of all
/// @param distribution of the scores over the whole library
public record Place(float score, long before, float best, ScoreDistribution distribution) {
}
