package semblance.indexer.pipeline;

import java.nio.file.Path;
import java.util.List;

import semblance.indexer.scan.FolderScanner.Outcome;

/// How the walk of a folder ended.
///
/// @param offline  the folder, or places in it where drives used to begin, that cannot be reached
/// @param replaced the folder, or places in it, where something else is than what was indexed there
record WalkReport(Outcome outcome, List<Path> offline, List<Path> replaced) {
}
