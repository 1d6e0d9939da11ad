package semblance.app.window.grid;

/// What can be done with a photo of the grid. Called on the UI thread; none of it waits.
public interface PhotoActions {
    /// Shows it in the system's viewer.
    void open(ShownPhoto photo);

    /// Shows its file in the system's file manager.
    void reveal(ShownPhoto photo);

    /// Puts the path of its file on the clipboard.
    void copyPath(ShownPhoto photo);

    /// Looks for photos like it.
    void findSimilar(ShownPhoto photo);
}
