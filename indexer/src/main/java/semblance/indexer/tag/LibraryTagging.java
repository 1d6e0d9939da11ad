package semblance.indexer.tag;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.catalog.UntaggedPhoto;
import semblance.indexer.pipeline.PhotoFollower;
import semblance.model.ModelLoadException;

/// Suggests tags for the photos of a library from their stored embeddings: for those that are new or changed, and for all
/// when the model, the vocabulary or the rule is another than last time. Nothing is encoded or opened for that but the
/// labels.
///
/// Without its text tower there are no tags; photos are indexed nevertheless, and get theirs when it is there again.
///
/// For one thread at a time.
public final class LibraryTagging implements PhotoFollower {
    private static final Logger LOG = LoggerFactory.getLogger(LibraryTagging.class);
    private static final int BATCH = 256;

    /// What is suggested for a photo.
    private record Suggestions(long photoId, List<SuggestedTag> tags) {
    }

    private final Catalog catalog;
    private final Supplier<SuggesterSource> sources;
    private boolean unable;

    /// @param catalog opened for writing
    /// @param sources gives that of the space in use
    public LibraryTagging(Catalog catalog, Supplier<SuggesterSource> sources) {
        this.catalog = catalog;
        this.sources = sources;
    }

    @Override
    public void follow(BooleanSupplier stopping) {
        SuggesterSource source = sources.get();
        Optional<Long> spaceId = catalog.read(session -> session.embeddings().knownSpace(source.space()));
        if (spaceId.isEmpty()) {
            return;
        }
        String signature = source.signature();
        int found = BATCH;
        while (found == BATCH && !unable && !stopping.getAsBoolean()) {
            List<UntaggedPhoto> photos = catalog.read(session -> session.tagging().next(spaceId.get(),
                    session.tagging().reached(signature), BATCH));
            found = photos.size();
            if (found > 0) {
                tag(photos, source, signature);
            }
        }
    }

    private void tag(List<UntaggedPhoto> photos, SuggesterSource source, String signature) {
        try {
            suggest(photos, source.get(), signature);
        } catch (ModelLoadException e) {
            LOG.warn("Photos get no tags for the present. {}", e.getMessage(), e);
            unable = true;
        }
    }

    private void suggest(List<UntaggedPhoto> photos, TagSuggester suggester, String signature) {
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
