package semblance.app.eval;

/// Captions that cannot be used. The message is for the user: the cause and what captions have to look like.
public final class CaptionsException extends Exception {
    CaptionsException(String message) {
        super(message);
    }

    CaptionsException(String message, Throwable cause) {
        super(message, cause);
    }
}
