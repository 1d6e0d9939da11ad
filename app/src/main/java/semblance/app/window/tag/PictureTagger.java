package semblance.app.window.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import semblance.indexer.decode.DecodeException;

/// Suggests tags for pictures, in the library or not; slow, so never on the UI thread.
@FunctionalInterface
public interface PictureTagger {
    /// Suggests tags, the most certain first.
    ///
    /// @throws IOException     if the file cannot be read
    /// @throws DecodeException if it is no picture that can be decoded
    List<SuggestedTag> tag(Path picture) throws IOException, DecodeException;
}
