package semblance.app.cli;

/// A command could not do what it was asked to. The message is for the user.
final class CommandFailure extends RuntimeException {
    CommandFailure(String message) {
        super(message);
    }

    CommandFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
