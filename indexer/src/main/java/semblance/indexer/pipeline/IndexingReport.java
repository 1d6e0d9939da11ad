package semblance.indexer.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import semblance.indexer.catalog.LibraryCounts;

/// How an indexing run ended.
///
/// @param counts    of the whole library afterwards
/// @param encoded   images that went through the encoder in this run
/// @param deleted   photos that left the library because their files are gone
/// @param moved     photos found again under another path
/// @param offline   folders that could not be reached, and places in folders whose drives are away
/// @param replaced  those, and folders, where something else is than what was indexed there: nothing of it was deleted
/// @param partial   folders that could not be listed whole: nothing of them was deleted
/// @param unsettled whether files are gone that only a run over whole folders may delete
/// @param lacking   photos that are not encoded for the chosen model yet, for which the model before answers still
/// @param cancelled whether it was stopped before its end
public record IndexingReport(LibraryCounts counts, long encoded, long deleted, long moved, List<Path> offline,
        List<Path> replaced,
        List<Path> partial, boolean unsettled, long lacking, boolean cancelled, Duration elapsed) {
}
