package semblance.indexer.catalog;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What a view of texts has to hold of a photo from now on.
///
/// @param texts by source, in no particular order within one; empty if the view has to forget the photo
public record PhotoText(long photoId, Map<TextSource, List<String>> texts) {
    public PhotoText {
        texts = texts.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                entry -> List.copyOf(entry.getValue())));
    }
}
