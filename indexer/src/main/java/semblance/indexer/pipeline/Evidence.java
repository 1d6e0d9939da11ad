package semblance.indexer.pipeline;

/// How much a run knows of where photos have gone, when a file turns up with the content of one.
enum Evidence {
    /// Folders are being walked: the photo's own file may be missing there or not.
    WALKING,
    /// What is missing is known; but the photo's own file may have changed and wait to be read.
    WALKED,
    /// What could be read has been: a photo whose file is not missing has not moved.
    ALL
}
