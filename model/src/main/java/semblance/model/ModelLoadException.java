package semblance.model;

/// A model cannot be used at all: a file is missing, has the wrong hash or is refused by the runtime.
public final class ModelLoadException extends RuntimeException {
    public ModelLoadException(String message) {
        super(message);
    }

    public ModelLoadException(String message, Throwable cause) {
        super(message, cause);
    }
}
