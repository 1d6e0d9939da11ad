package semblance.indexer.metadata;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.StringValue;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifImageDirectory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.makernotes.CanonMakernoteDirectory;
import com.drew.metadata.exif.makernotes.NikonType2MakernoteDirectory;
import com.drew.metadata.exif.makernotes.OlympusEquipmentMakernoteDirectory;
import org.jspecify.annotations.Nullable;

import static com.drew.metadata.exif.ExifDirectoryBase.TAG_35MM_FILM_EQUIV_FOCAL_LENGTH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_APERTURE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_EXPOSURE_TIME;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FNUMBER;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_FOCAL_LENGTH;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_IMAGE_DESCRIPTION;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_EQUIVALENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_ISO_SPEED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_LENS_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MAKE;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_MODEL;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_RATING;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_RATING_PERCENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_RECOMMENDED_EXPOSURE_INDEX;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_SHUTTER_SPEED;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_STANDARD_OUTPUT_SENSITIVITY;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_COMMENT;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_KEYWORDS;
import static com.drew.metadata.exif.ExifDirectoryBase.TAG_WIN_TITLE;

/// What EXIF says, apart from times and places.
final class ExifFields {
    /// What cameras write where a description would stand.
    private static final Pattern BOILERPLATE = Pattern.compile(
            "(?i)olympus digital camera|minolta digital camera|konica minolta.*|sony dsc|dcf_?\\d*|dsc_?\\d+|"
                    + "casio computer.*|kodak.*digital.*camera|hp photosmart.*|samsung( digital camera| camera.*)?|"
                    + "<?digimax .*>?|default|img_\\d+.*|exif_jpeg_t?(420|422)?|.*digital still camera.*|screenshot|"
                    + "cof|ptr|hdr|oznor|fptr|dav|nor|mde|binary comment|created by .*|charset=.*|\\W*");
    private static final Pattern NO_LENS = Pattern.compile("(?i)[\\W0_]*|unknown.*|n/?a|none|.*\\b0(\\.0)? ?mm f/?0.*"
            + "|manual lens.*|65535|-+");

    private final List<Directory> photo;
    private final Metadata metadata;

    ExifFields(Metadata metadata) {
        this.metadata = metadata;
        // Not the directory of the embedded thumbnail.
        this.photo = Stream.of(ExifSubIFDDirectory.class, ExifIFD0Directory.class, ExifImageDirectory.class)
                .flatMap(type -> all(metadata, type)).toList();
    }

    private static Stream<Directory> all(Metadata metadata, Class<? extends Directory> type) {
        return metadata.getDirectoriesOfType(type).stream().map(Directory.class::cast);
    }

    /// The first text under a tag that is not empty.
    String text(int tag) {
        return photo.stream().map(directory -> text(directory, tag)).filter(text -> !text.isEmpty()).findFirst()
                .orElse("");
    }

    private static String text(Directory directory, int tag) {
        Object value = directory.getObject(tag);
        if (value instanceof StringValue text) {
            return WrittenText.of(text.getBytes());
        }
        return value instanceof String text ? WrittenText.clean(text) : "";
    }

    private String utf16(int tag) {
        return photo.stream().map(directory -> WrittenText.utf16(directory.getByteArray(tag)))
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    /// The first number under a tag, if it is one.
    private Optional<Double> number(int tag) {
        return photo.stream().flatMap(directory -> number(directory.getObject(tag)).stream()).findFirst();
    }

    static Optional<Double> number(@Nullable Object value) {
        double number = switch (value) {
            case Rational ratio -> ratio.doubleValue();
            case Number plain -> plain.doubleValue();
            case int[] numbers when numbers.length > 0 -> numbers[0];
            case short[] numbers when numbers.length > 0 -> numbers[0];
            case Rational[] ratios when ratios.length > 0 -> ratios[0].doubleValue();
            case null, default -> Double.NaN;
        };
        return Optional.of(number).filter(Double::isFinite);
    }

    private Optional<Double> positive(int tag, double most) {
        return number(tag).filter(number -> number > 0 && number <= most);
    }

    String camera() {
        return WrittenText.line(CameraName.of(WrittenText.line(text(TAG_MAKE)), WrittenText.line(text(TAG_MODEL))));
    }

    /// The lens, by EXIF or by what the big makers write beside it.
    String lens() {
        Stream<String> makers = Stream.of(
                described(CanonMakernoteDirectory.class, CanonMakernoteDirectory.TAG_LENS_MODEL),
                described(OlympusEquipmentMakernoteDirectory.class,
                        OlympusEquipmentMakernoteDirectory.TAG_LENS_MODEL),
                described(NikonType2MakernoteDirectory.class, NikonType2MakernoteDirectory.TAG_LENS));
        return Stream.concat(Stream.of(text(TAG_LENS_MODEL)), makers).map(WrittenText::line)
                .filter(text -> !NO_LENS.matcher(text).matches()).findFirst().orElse("");
    }

    /// A lens that XMP names, if it is one.
    static boolean isLens(String text) {
        return !NO_LENS.matcher(text).matches();
    }

    private <T extends Directory> String described(Class<T> type, int tag) {
        T directory = metadata.getFirstDirectoryOfType(type);
        String text = directory == null ? null : directory.getDescription(tag);
        return text == null ? "" : text;
    }

    Exposure exposure() {
        Optional<Double> seconds = positive(TAG_EXPOSURE_TIME, 1e6)
                .or(() -> number(TAG_SHUTTER_SPEED).filter(apex -> Math.abs(apex) < 20)
                        .map(apex -> Math.pow(2, -apex)));
        Optional<Double> fNumber = positive(TAG_FNUMBER, 1000)
                .or(() -> number(TAG_APERTURE).filter(apex -> apex > 0 && apex < 20)
                        .map(apex -> Math.pow(2, apex / 2)));
        // 65535 says that the number is too large for this tag.
        Optional<Integer> iso = positive(TAG_ISO_EQUIVALENT, 65_534)
                .or(() -> positive(TAG_ISO_SPEED, 1e8)).or(() -> positive(TAG_RECOMMENDED_EXPOSURE_INDEX, 1e8))
                .or(() -> positive(TAG_STANDARD_OUTPUT_SENSITIVITY, 1e8)).map(Double::intValue);
        return new Exposure(seconds.orElse(null), fNumber.orElse(null),
                positive(TAG_FOCAL_LENGTH, 1e5).orElse(null),
                positive(TAG_35MM_FILM_EQUIV_FOCAL_LENGTH, 1e5).orElse(null), iso.orElse(null));
    }

    Annotations annotations() {
        String description = text(TAG_IMAGE_DESCRIPTION);
        Optional<Integer> stars = number(TAG_RATING).filter(rating -> rating >= 1 && rating <= 5).map(Double::intValue)
                .or(() -> number(TAG_RATING_PERCENT).flatMap(Stars::ofPercent));
        Collection<String> keywords = List.of(utf16(TAG_WIN_KEYWORDS).split(";"));
        return new Annotations(stars.orElse(null), WrittenText.line(utf16(TAG_WIN_TITLE)),
                BOILERPLATE.matcher(description).matches() ? utf16(TAG_WIN_COMMENT) : description,
                WrittenText.distinct(keywords), List.of());
    }

    /// The directories of one kind, for times and places.
    <T extends ExifDirectoryBase> Optional<T> directory(Class<T> type) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(type));
    }
}
