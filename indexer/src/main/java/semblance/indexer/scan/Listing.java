package semblance.indexer.scan;

import java.util.Map;
import java.util.Set;

import semblance.indexer.catalog.FileStat;

/// The files of one directory.
///
/// @param directory relative to the root, `/` between names, `""` for the root itself
/// @param files     regular files by name
/// @param unnamable those whose names are no text in the file system's encoding: they cannot be opened by the name
/// @param small     those smaller than the user's minimum
/// @param mount     whether another drive begins here
public record Listing(String directory, Map<String, FileStat> files, Set<String> unnamable, Set<String> small,
        boolean mount) {
}
