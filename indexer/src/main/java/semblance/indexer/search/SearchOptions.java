package semblance.indexer.search;

/// How to search.
///
/// @param top hits wanted at most, from 1
public record SearchOptions(int top, Strictness strictness) {
    public SearchOptions {
        if (top < 1) {
            throw new IllegalArgumentException("At least one hit has to be asked for, not " + top + ".");
        }
    }
}
