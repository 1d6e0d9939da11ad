package semblance.indexer.tag;

/// Labels that cannot be used. The message is for the user: the cause and what labels have to look like.
public final class LabelsException extends Exception {
    LabelsException(String message) {
        super(message);
    }

    LabelsException(String message, Throwable cause) {
        super(message, cause);
    }
}
