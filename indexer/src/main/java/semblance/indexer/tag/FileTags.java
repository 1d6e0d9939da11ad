package semblance.indexer.tag;

import java.nio.file.Path;
import java.util.List;

import semblance.indexer.catalog.SuggestedTag;

/// What came of one file that was to be tagged.
public sealed interface FileTags {
    /// The file, absolute.
    Path path();

    /// It is a picture.
    ///
    /// @param tags most certain first; none if no label is certain enough
    record Tagged(Path path, List<SuggestedTag> tags) implements FileTags {
    }

    /// It could not be tagged.
    ///
    /// @param reason a sentence for the user, without the path
    record Failed(Path path, String reason) implements FileTags {
    }
}
