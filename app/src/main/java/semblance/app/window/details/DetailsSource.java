package semblance.app.window.details;

import java.util.Optional;

/// Where the details of photos come from; slow, so never on the UI thread.
@FunctionalInterface
public interface DetailsSource {
    /// Looks a photo up; nothing if it is gone.
    ///
    /// @throws Exception if the library cannot be asked
    Optional<ShownDetails> of(long photoId) throws Exception;
}
