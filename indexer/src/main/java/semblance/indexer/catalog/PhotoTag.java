package semblance.indexer.catalog;

import java.util.OptionalDouble;

/// A tag of a photo.
///
/// @param certainty of the suggestion, from 0 to 1; empty if the program never suggested it
public record PhotoTag(String tag, TagState state, OptionalDouble certainty) {
}
