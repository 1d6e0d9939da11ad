package semblance.app.window;

/// There is no screen to show a window on, or JavaFX cannot reach it. The message is for the user.
public final class NoDisplayException extends RuntimeException {
    /// JavaFX says the same in both cases: that it finds no toolkit.
    private static final String GTK = System.getProperty("os.name", "").equals("Linux")
            ? ", or GTK 3 is not installed (package libgtk-3-0, gtk3 on Fedora and Arch)"
            : "";

    NoDisplayException(Throwable cause) {
        super("The window cannot be opened: there is no display" + GTK
                + ". The commands work without one; semblance --help names them.", cause);
    }
}
