package semblance.indexer.decode;

/// A picture that cannot be decoded. The message is for the user: the cause in one sentence, without the file's name.
public final class DecodeException extends Exception {
    /// Why, as the catalog's failures name it.
    public enum Reason {
        /// A picture in a format that this version does not read.
        UNSUPPORTED,
        /// The bytes are not a whole, valid picture.
        DAMAGED,
        /// More pixels or bytes than the limits allow; refused before memory is taken.
        TOO_LARGE,
        /// Its container is one of videos, but holds sound or data alone.
        NO_PICTURE,
        /// A decoder that runs by itself crashed at it, or did not come to an end.
        CRASHED,
        /// Nothing is known of the picture: its decoder could not be run at the moment.
        UNAVAILABLE
    }

    private final Reason reason;

    public DecodeException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public DecodeException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
