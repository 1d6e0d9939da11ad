package semblance.app.details;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.metadata.Annotations;
import semblance.indexer.metadata.GeoPoint;

/// The facts of a photo in the order in which people want to know them; what is not known is left out.
public final class PhotoFacts {
    private static final int STARS = 5;

    private PhotoFacts() {
    }

    /// All of them.
    ///
    /// @param locale of dates; numbers that could be typed into a search are written as there
    public static List<Fact> of(PhotoDetails photo, Locale locale) {
        Annotations written = photo.annotations();
        List<Fact> facts = new ArrayList<>();
        add(facts, "title", "Title", written.title());
        add(facts, "description", "Description", written.description());
        add(facts, "taken", "Taken", TimeWords.of(photo.taken(), locale));
        add(facts, "camera", "Camera", photo.camera());
        add(facts, "lens", "Lens", photo.lens());
        add(facts, "exposure", "Exposure", ExposureWords.of(photo.exposure()));
        add(facts, "place", "Place", photo.place().map(PhotoFacts::place).orElse(""));
        add(facts, "rating", "Rating", rating(written.rating()));
        add(facts, "keywords", "Keywords", String.join(", ", written.keywords()));
        add(facts, "picture", "Picture", String.format(Locale.ROOT, "%d × %d · %s · %s", photo.width(), photo.height(),
                photo.format().toUpperCase(Locale.ROOT).replace('_', ' '), bytes(photo.size())));
        if (!photo.read()) {
            add(facts, "unread", "More", "The rest has not been read yet: indexing goes on with that.");
        }
        return List.copyOf(facts);
    }

    private static void add(List<Fact> facts, String kind, String name, String text) {
        if (!text.isEmpty()) {
            facts.add(new Fact(kind, name, text));
        }
    }

    private static String place(GeoPoint place) {
        Double altitude = place.altitude();
        return String.format(Locale.ROOT, "%.5f, %.5f", place.latitude(), place.longitude())
                + (altitude == null ? "" : String.format(Locale.ROOT, " · %.0f m", altitude));
    }

    private static String rating(@Nullable Integer stars) {
        if (stars == null || stars == 0) {
            return "";
        }
        return stars < 0 ? "rejected" : "★".repeat(stars) + "☆".repeat(STARS - stars);
    }

    private static String bytes(long size) {
        return size < 1_000_000
                ? (size + 999) / 1000 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", size / 1e6);
    }
}
