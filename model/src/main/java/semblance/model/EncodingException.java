package semblance.model;

/// An encoder could not encode what it was given. The encoder itself stays usable: whoever encodes a batch tries its
/// items alone to find the one at fault.
public final class EncodingException extends RuntimeException {
    public EncodingException(String message) {
        super(message);
    }

    public EncodingException(String message, Throwable cause) {
        super(message, cause);
    }
}
