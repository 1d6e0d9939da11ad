package semblance.app.window.system;

import java.io.IOException;
import java.nio.file.Path;

/// The user's other programs.
public interface SystemDesktop {
    /// Opens a file with the program that the system has for it.
    ///
    /// @throws IOException if there is none, or it cannot be started
    void open(Path file) throws IOException;

    /// Shows a file in the file manager, selected where that is possible.
    ///
    /// @throws IOException if there is no file manager, or it cannot be started
    void reveal(Path file) throws IOException;

    /// Shows a page in the browser.
    ///
    /// @param address beginning with `https://`
    /// @throws IOException if there is no browser, or it cannot be started
    void browse(String address) throws IOException;
}
