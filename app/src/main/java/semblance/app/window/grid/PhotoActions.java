package semblance.app.window.grid;

import java.util.List;

/// What can be done with photos of the grid. Called on the UI thread; none of it waits.
public interface PhotoActions {
    /// Most photos that are opened at once: each gets a window of another program.
    int MOST_OPENED = 10;
    /// Most photos whose likes can be looked for together: the middle between more of them is nowhere.
    int MOST_LIKED = 100;

    /// Shows them in the system's viewer.
    ///
    /// @param photos up to [#MOST_OPENED]
    void open(List<ShownPhoto> photos);

    /// Shows its file in the system's file manager.
    void reveal(ShownPhoto photo);

    /// Puts the paths of their files on the clipboard, one a line.
    void copyPaths(List<ShownPhoto> photos);

    /// Looks for photos like all of them together.
    ///
    /// @param photos up to [#MOST_LIKED]
    void findSimilar(List<ShownPhoto> photos);

    /// Shows the photos that were taken on the same occasion.
    void showOccasion(ShownPhoto photo);
}
