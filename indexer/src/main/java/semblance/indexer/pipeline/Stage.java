package semblance.indexer.pipeline;

/// The stations of an indexing run, as a [StageObserver] sees them.
public enum Stage {
    SCAN, READ, DECODE, PREPROCESS, THUMBNAIL, METADATA, ENCODE, CATALOG_COMMIT, INDEX_FOLLOW, INDEX_COMMIT, INDEX_MERGE, TAG
}
