package semblance.indexer.index;

/// How much work a search of a large index does: more finds more of what scoring everything would find, and takes longer.
/// Measured in docs/decisions/0025-graphs-step-by-step.md.
///
/// @param factor     so many times the wanted neighbours are looked for in the graphs
/// @param neighbours so many at least
/// @param seeds      the searches of the graphs begin at so many vectors at least, taken together
/// @param candidates without the graphs so many photos at least are scored after their sketches, and always ten times the
///                   wanted
/// @param part       so many sketches are worth handing to another processor; rounded up to whole [SignBlocks]
record SearchEffort(int factor, int neighbours, int seeds, int candidates, int part) {
    private static final int CANDIDATES_FOR_EACH = 10;
    /// So many vectors may be read for each neighbour.
    private static final int READINGS = 16;
    /// All is scored if of so many vectors more than one would be a neighbour of k.
    private static final int MOST = 8;
    /// Beside the graphs one of so many vectors is scored after its sketch.
    private static final int BESIDE = 8;

    SearchEffort {
        part = SignBlocks.SIZE * Math.ceilDiv(part, SignBlocks.SIZE);
    }

    /// What was found right.
    static SearchEffort usual() {
        return new SearchEffort(4, 460, 1_024, 8_192, 16_384);
    }

    /// Neighbours to look for in the graphs, for k.
    int neighbours(int k) {
        return (int) Math.max(neighbours, Math.min(Integer.MAX_VALUE / 4, (long) factor * k));
    }

    /// Vectors at which the search for k neighbours begins.
    int seeds(int k) {
        return Math.max(seeds, neighbours(k));
    }

    /// Photos to score after their sketches, without the graphs.
    ///
    /// @param vectors that there are
    int candidates(int k, long vectors) {
        return (int) Math.max(1, Math.min(vectors, Math.max(candidates, (long) CANDIDATES_FOR_EACH * k)));
    }

    /// Photos to score after their sketches beside the search of the graphs.
    ///
    /// @param flat vectors that have no graph
    int besideGraphs(int k, long flat) {
        return (int) Math.max(seeds(k), Math.min(candidates(k, flat), flat / BESIDE));
    }

    /// So many vectors are read from the graphs at most. More are needed where few photos have most of the vectors: these are
    /// better found by their sketches.
    int readings(int k, long vectors) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(candidates(k, vectors), (long) READINGS * neighbours(k)));
    }

    /// Whether k are so many of the vectors that all might as well be scored.
    boolean isMost(int k, long vectors) {
        return (long) factor * k > vectors / MOST;
    }
}
