package semblance.indexer.tag;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.catalog.UntaggedPhoto;
import semblance.indexer.pipeline.PhotoFollower;
import semblance.model.EmbeddingSpace;

/// Suggests tags for the photos of a library from their stored embeddings: for those that are new or changed, and for all
/// when the model, the vocabulary or the rule is another than last time. Nothing is encoded or opened for that but the
/// labels.
///
/// For one thread at a time.
public final class LibraryTagging implements PhotoFollower {
    private static final int BATCH = 256;

    /// What is suggested for a photo.
    private record Suggestions(long photoId, List<SuggestedTag> tags) {
    }

    private final Catalog catalog;
    private final EmbeddingSpace space;
    private final SuggesterSource source;

    /// @param catalog opened for writing
    public LibraryTagging(Catalog catalog, EmbeddingSpace space, SuggesterSource source) {
        this.catalog = catalog;
        this.space = space;
        this.source = source;
    }

    @Override
    public void follow(BooleanSupplier stopping) {
        Optional<Long> spaceId = catalog.read(session -> session.embeddings().knownSpace(space));
        if (spaceId.isEmpty()) {
            return;
        }
        String signature = source.signature();
        int found = BATCH;
        while (found == BATCH && !stopping.getAsBoolean()) {
            List<UntaggedPhoto> photos = catalog.read(session -> session.tagging().next(spaceId.get(),
                    session.tagging().reached(signature), BATCH));
            found = photos.size();
            if (found > 0) {
                suggest(photos, signature);
            }
        }
    }

    private void suggest(List<UntaggedPhoto> photos, String signature) {
        TagSuggester suggester = source.get();
        List<Suggestions> all = photos.stream()
                .map(photo -> new Suggestions(photo.photoId(), suggester.suggest(photo.picture(), TagSuggester.USUAL)))
                .toList();
        catalog.write(session -> {
            all.forEach(suggestions -> session.tags().suggest(suggestions.photoId(), suggestions.tags()));
            session.tagging().reached(signature, photos.getLast().change());
            return all.size();
        });
    }
}
