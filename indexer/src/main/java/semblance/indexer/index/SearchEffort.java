package semblance.indexer.index;

/// How much work a search through the graphs does: more finds more of what scoring everything would find, and takes
/// longer. Measured in docs/decisions/0018-the-vector-index.md.
///
/// @param factor            so many times the wanted neighbours are asked of each graph
/// @param extra             and so many more
/// @param scored            up to so many vectors are all scored instead
/// @param visits            after so many a graph search is given up, and all that may be found is scored
/// @param seeds             the search of a graph begins at so many of the sample's nearest
record SearchEffort(double factor, int extra, int scored, int visits, int seeds) {
    static final SearchEffort DEFAULT = new SearchEffort(2, 100, 50_000, 100_000, 32);

    /// Neighbours to ask of a graph for k.
    int candidates(int k) {
        return (int) Math.min(Integer.MAX_VALUE / 2.0, Math.ceil(factor * k) + extra);
    }

    /// Whether scoring is no more work than the search of a graph: of so few vectors, or for so many neighbours.
    boolean scoresAll(long vectors, int k) {
        return vectors <= scored || candidates(k) * Math.log((double) vectors) > vectors * 0.25;
    }
}
