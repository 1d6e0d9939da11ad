package semblance.indexer.decode;

import semblance.indexer.decode.DecodeException.Reason;

/// What the user is told about pictures that cannot be decoded.
final class Failures {
    private static final String DAMAGED = "The file is damaged: its picture is incomplete or garbled. If another program"
            + " still opens it, save it from there anew.";

    private Failures() {
    }

    static DecodeException damaged() {
        return new DecodeException(Reason.DAMAGED, DAMAGED);
    }

    static DecodeException damaged(Throwable cause) {
        return new DecodeException(Reason.DAMAGED, DAMAGED, cause);
    }

    static DecodeException damagedVideo() {
        return new DecodeException(Reason.DAMAGED,
                "The video is damaged: no frame of it can be decoded. If another program"
                        + " still plays it, save it from there anew.");
    }

    /// @param photos the kind of photos, in the plural
    static DecodeException unsupported(String photos) {
        return new DecodeException(Reason.UNSUPPORTED, photos
                + " cannot be read by this version yet. Saved as JPEG or PNG with another program, it can be found.");
    }

    static DecodeException unreadableFormat(PhotoFormat format) {
        return switch (format) {
            case HEIF -> unsupported("HEIC photos");
            case AVIF -> unsupported("AVIF photos");
            case JPEG_2000 -> unsupported("JPEG 2000 photos");
            case JPEG_XL -> unsupported("JPEG XL photos");
            case RAW -> unsupported("Raw photos of cameras");
            case PSD -> unsupported("Photoshop documents");
            case VIDEO -> unsupported("Videos");
            case ICO -> unsupported("Icons");
            case OTHER_PICTURE, JPEG, PNG, WEBP, GIF, BMP, TIFF, TGA, PCX, PNM -> unsupported("Pictures of this kind");
            case NOT_A_PICTURE -> new DecodeException(Reason.UNSUPPORTED, "The file is not a picture.");
        };
    }
}
