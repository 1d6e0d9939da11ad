package semblance.app.window.picture;

/// Where small pictures come from; slow, so never on the UI thread.
///
/// @param <K> what names a picture
@FunctionalInterface
public interface PictureSource<K> {
    /// Loads a picture.
    ///
    /// @throws Exception if there is none to be had
    LoadedPicture load(K key) throws Exception;
}
