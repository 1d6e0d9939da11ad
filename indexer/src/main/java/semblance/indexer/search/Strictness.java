package semblance.indexer.search;

/// How far a photo has to stand out from the library to count as found.
public enum Strictness {
    LOOSE, NORMAL, STRICT
}
