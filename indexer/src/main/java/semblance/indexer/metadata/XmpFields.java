package semblance.indexer.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.adobe.internal.xmp.XMPConst;
import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.properties.XMPProperty;
import org.jspecify.annotations.Nullable;

/// What a packet of XMP says.
final class XmpFields {
    private static final String DC = XMPConst.NS_DC;
    private static final String XMP = XMPConst.NS_XMP;
    private static final String EXIF = XMPConst.NS_EXIF;
    private static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
    private static final String TIFF = XMPConst.NS_TIFF;
    private static final String AUX = XMPConst.NS_EXIF_AUX;
    private static final String PHOTOSHOP = XMPConst.NS_PHOTOSHOP;
    private static final String MICROSOFT = "http://ns.microsoft.com/photo/1.0/";
    private static final String LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/";
    private static final String DIGIKAM = "http://www.digikam.org/ns/1.0/";
    private static final int MOST_ITEMS = 2000;
    /// `48,51.5N`, `48,51,30N`, and what is no XMP but written: `48.85`.
    private static final Pattern DEGREES = Pattern
            .compile(
                    "\\s*(-?\\d{1,3}(?:\\.\\d+)?)(?:,(\\d{1,2}(?:\\.\\d+)?))?(?:,(\\d{1,2}(?:\\.\\d+)?))?\\s*([NSEWnsew])?\\s*");
    private static final Pattern RATIO = Pattern.compile("\\s*(-?\\d{1,18}(?:\\.\\d+)?)(?:/(\\d{1,18}))?\\s*");

    private final XMPMeta packet;

    XmpFields(XMPMeta packet) {
        this.packet = packet;
    }

    /// A property that is one text; that of an array is its first item.
    private String text(String namespace, String name) {
        try {
            XMPProperty property = packet.getProperty(namespace, name);
            if (property == null) {
                return "";
            }
            return property.getOptions().isArray()
                    ? items(namespace, name).stream().findFirst().orElse("")
                    : WrittenText.clean(property.getValue());
        } catch (XMPException e) {
            return ""; // not of the form that its name asks for: as good as not there
        }
    }

    private String localised(String namespace, String name) {
        try {
            Locale locale = Locale.getDefault();
            XMPProperty text = packet.getLocalizedText(namespace, name, locale.getLanguage(),
                    locale.toLanguageTag());
            return text == null ? text(namespace, name) : WrittenText.clean(text.getValue());
        } catch (XMPException e) {
            return text(namespace, name);
        }
    }

    private List<String> items(String namespace, String name) {
        List<String> items = new ArrayList<>();
        try {
            int count = Math.min(MOST_ITEMS, packet.countArrayItems(namespace, name));
            for (int i = 1; i <= count; i++) {
                XMPProperty item = packet.getArrayItem(namespace, name, i);
                if (item != null) {
                    items.add(WrittenText.clean(item.getValue()));
                }
            }
        } catch (XMPException e) {
            String alone = WrittenText.clean(plain(namespace, name));
            return alone.isEmpty() ? List.of() : List.of(alone);
        }
        return items;
    }

    private String plain(String namespace, String name) {
        try {
            XMPProperty property = packet.getProperty(namespace, name);
            return property == null || property.getOptions().isCompositeProperty() ? "" : property.getValue();
        } catch (XMPException e) {
            return "";
        }
    }

    Annotations annotations() {
        Optional<Integer> stars = Stars.of(text(XMP, "Rating")).or(() -> Optional.of(text(MICROSOFT, "Rating"))
                .flatMap(XmpFields::number).flatMap(Stars::ofPercent));
        List<String> hierarchy = WrittenText.distinct(Stream.concat(items(LIGHTROOM, "hierarchicalSubject").stream(),
                items(DIGIKAM, "TagsList").stream().map(tag -> tag.replace('/', '|'))).toList());
        // Every program writes the last parts as plain keywords too; those that have none of them are there all the same.
        List<String> keywords = items(DC, "subject");
        List<String> all = keywords.isEmpty()
                ? hierarchy.stream().map(path -> path.substring(path.lastIndexOf('|') + 1)).toList()
                : keywords;
        return new Annotations(stars.orElse(null), WrittenText.line(localised(DC, "title")),
                localised(DC, "description"), WrittenText.distinct(all), hierarchy);
    }

    /// When the photo was taken.
    Optional<TimeText.Written> original() {
        return Stream.of(text(EXIF, "DateTimeOriginal"), text(PHOTOSHOP, "DateCreated"))
                .flatMap(text -> TimeText.read(text).stream()).findFirst();
    }

    /// When the file came to be: of a photo that was taken with a camera, the same.
    Optional<TimeText.Written> digitised() {
        return Stream.of(text(EXIF, "DateTimeDigitized"), text(XMP, "CreateDate"))
                .flatMap(text -> TimeText.read(text).stream()).findFirst();
    }

    Optional<GeoPoint> place() {
        Optional<Double> latitude = degrees(text(EXIF, "GPSLatitude"));
        Optional<Double> longitude = degrees(text(EXIF, "GPSLongitude"));
        Double altitude = number(text(EXIF, "GPSAltitude"))
                .map(height -> text(EXIF, "GPSAltitudeRef").equals("1") ? -height : height).orElse(null);
        return latitude.flatMap(north -> longitude.flatMap(east -> GeoPoint.written(north, east, altitude)));
    }

    private static Optional<Double> degrees(String text) {
        Matcher matcher = DEGREES.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double degrees = Double.parseDouble(matcher.group(1))
                + (matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2)) / 60)
                + (matcher.group(3) == null ? 0 : Double.parseDouble(matcher.group(3)) / 3600);
        String side = matcher.group(4) == null ? "" : matcher.group(4).toUpperCase(Locale.ROOT);
        return Optional.of(side.equals("S") || side.equals("W") ? -degrees : degrees);
    }

    String camera() {
        return WrittenText.line(CameraName.of(WrittenText.line(text(TIFF, "Make")),
                WrittenText.line(text(TIFF, "Model"))));
    }

    String lens() {
        return Stream.of(text(EXIF_EX, "LensModel"), text(AUX, "Lens")).map(WrittenText::line)
                .filter(ExifFields::isLens).findFirst().orElse("");
    }

    Exposure exposure() {
        return new Exposure(positive("ExposureTime"), positive("FNumber"), positive("FocalLength"),
                positive("FocalLengthIn35mmFilm"),
                number(items(EXIF, "ISOSpeedRatings").stream().findFirst().orElse(""))
                        .filter(iso -> iso >= 1 && iso < 1e8).map(Double::intValue).orElse(null));
    }

    private @Nullable Double positive(String name) {
        return number(text(EXIF, name)).filter(number -> number > 0 && number < 1e6).orElse(null);
    }

    private static Optional<Double> number(String text) {
        Matcher matcher = RATIO.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double over = matcher.group(2) == null ? 1 : Double.parseDouble(matcher.group(2));
        return Optional.of(Double.parseDouble(matcher.group(1)) / over).filter(Double::isFinite);
    }
}
