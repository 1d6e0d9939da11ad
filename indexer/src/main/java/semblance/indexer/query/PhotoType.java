package semblance.indexer.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Kind of a photo's file.
public enum PhotoType {
    JPEG("jpg"), PNG, WEBP, GIF, BMP, TIFF("tif"), HEIC("heif"), AVIF, JP2("jpeg2000"), JXL, RAW, PSD, VIDEO;

    private final String other;

    PhotoType() {
        this("");
    }

    PhotoType(String other) {
        this.other = other;
    }

    /// As it is typed.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PhotoType> of(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(type -> type.word().equals(wanted) || type.other.equals(wanted))
                .findFirst();
    }

    static String words() {
        return Stream.of(values()).map(PhotoType::word).collect(Collectors.joining(", "));
    }
}
