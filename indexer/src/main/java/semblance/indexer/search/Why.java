package semblance.indexer.search;

/// Why a photo stands where it does in an answer.
public enum Why {
    /// It shows what was asked for, as far as its score says.
    SHOWS,
    /// The user has confirmed the tag that was asked for.
    TAGGED,
    /// Its file is called what was asked for.
    NAMED,
    /// Words that were asked for stand in one of its texts: names of its folders or files, its tags.
    WRITTEN,
    /// The filters let it through, and nothing else was asked for.
    FITS
}
