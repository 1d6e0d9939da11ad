package semblance.indexer.catalog;

/// How many photos have a tag.
///
/// @param confirmed by the user
/// @param suggested and not decided yet
public record TagCount(String tag, long confirmed, long suggested) {
}
