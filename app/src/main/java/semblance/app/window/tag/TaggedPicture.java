package semblance.app.window.tag;

import java.nio.file.Path;
import java.util.List;

/// What has become of a picture that was dropped to be tagged.
public sealed interface TaggedPicture {
    Path file();

    /// Its tags, the most certain first.
    record Tagged(Path file, List<SuggestedTag> tags) implements TaggedPicture {
    }

    /// It could not be tagged.
    ///
    /// @param message for the user
    record Failed(Path file, String message) implements TaggedPicture {
    }
}
