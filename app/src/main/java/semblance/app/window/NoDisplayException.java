package semblance.app.window;

/// There is no screen to show a window on. The message is for the user.
public final class NoDisplayException extends RuntimeException {
    NoDisplayException(Throwable cause) {
        super("The window cannot be opened: there is no display. The commands work without one; semblance --help names"
                + " them.", cause);
    }
}
