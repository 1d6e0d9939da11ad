package semblance.indexer.pipeline;

/// Something may have changed in a directory of a folder.
///
/// @param directory relative to the folder, `/` between names, `""` for the folder itself
/// @param deep      whether it may have changed anywhere below too
public record Hint(long folderId, String directory, boolean deep) {
}
