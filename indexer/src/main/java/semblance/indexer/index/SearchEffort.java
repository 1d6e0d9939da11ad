package semblance.indexer.index;

/// How much work a search through the graphs does: more finds more of what scoring everything would find, and takes
/// longer. Measured in docs/decisions/0018-the-vector-index.md.
///
/// @param factor so many times the wanted neighbours are asked of each graph
/// @param extra  and so many more
/// @param scored up to so many vectors are all scored instead
/// @param visits after so many a graph search is given up, and all that may be found is scored
/// @param seeds  the search of a graph begins at so many of the sample's nearest at least
record SearchEffort(double factor, int extra, int scored, int visits, int seeds) {
    /// What it costs to come by a vector in a graph, with its neighbours, in vectors scored one after the other.
    private static final int STEP = 8;

    /// What was found right for an index in which up to so many vectors are all scored without more ado.
    static SearchEffort beyond(int exactUpTo) {
        return new SearchEffort(2, 100, exactUpTo / 4, 100_000, 32);
    }

    /// Neighbours to ask of a graph for k.
    int candidates(int k) {
        return (int) Math.min(Integer.MAX_VALUE / 2.0, Math.ceil(factor * k) + extra);
    }

    /// Vectors of a segment's sample at which the search for k neighbours begins.
    int seeds(int k) {
        return Math.max(seeds, k / 8);
    }

    /// Whether scoring all is no more work than searching the graphs.
    ///
    /// @param vectors that may be found
    /// @param nearer  vectors that the graph search goes through
    boolean scoresAll(long vectors, long nearer) {
        return vectors <= scored || nearer > vectors / STEP;
    }
}
