package semblance.indexer.metadata;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// What people have written about a photo, in the photo or in a sidecar.
///
/// @param rating      0 to 5 stars, -1 for rejected; null if nothing is said, which is not the same as 0
/// @param title       empty for none
/// @param description empty for none
/// @param keywords    without repetitions
/// @param hierarchy   keywords with those above them, as `Places|France|Rome`
public record Annotations(@Nullable Integer rating, String title, String description, List<String> keywords,
        List<String> hierarchy) {
    /// Of a photo about which nothing is written.
    public static final Annotations NONE = new Annotations(null, "", "", List.of(), List.of());

    public Annotations {
        keywords = List.copyOf(keywords);
        hierarchy = List.copyOf(hierarchy);
        if (rating != null && (rating < -1 || rating > 5)) {
            throw new IllegalArgumentException("rated with " + rating);
        }
    }

    /// These, and where they say nothing, others.
    public Annotations orElse(Annotations other) {
        boolean tagged = !keywords.isEmpty() || !hierarchy.isEmpty();
        return new Annotations(rating == null ? other.rating : rating, title.isEmpty() ? other.title : title,
                description.isEmpty() ? other.description : description, tagged ? keywords : other.keywords,
                tagged ? hierarchy : other.hierarchy);
    }
}
