package semblance.app.cli;

import semblance.indexer.catalog.LibraryCounts;

/// The JSON document of `index` and `status`; stable from release to release.
///
/// @param partial of indexed, those of which a part is missing or garbled
/// @param encoded images that went through the encoder
record LibraryDocument(long photos, long indexed, long failed, long pending, long skipped, long offline, long partial,
        long encoded, double seconds) {
    static LibraryDocument of(LibraryCounts counts, long encoded, double seconds) {
        return new LibraryDocument(counts.photos(), counts.indexed(), counts.failed(), counts.pending(),
                counts.skipped(),
                counts.offline(), counts.partial(), encoded, seconds);
    }
}
