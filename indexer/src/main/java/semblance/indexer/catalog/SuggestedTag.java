package semblance.indexer.catalog;

/// A tag that the program holds for right.
///
/// @param tag       its name
/// @param certainty from 0 to 1: the share of tags suggested with this certainty that are right
public record SuggestedTag(String tag, double certainty) {
}
