package semblance.indexer.pipeline;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Fingerprint;
import semblance.model.EmbeddingSpace;

/// Contents between the decode threads and the catalog, so that of identical files one is encoded and the others wait for
/// it. Thread-safe.
final class ContentsUnderWay {
    private final Catalog catalog;
    private final EmbeddingSpace space;
    private final FormerPlaces formerPlaces;
    private final Set<Fingerprint> contents = ConcurrentHashMap.newKeySet();

    ContentsUnderWay(Catalog catalog, EmbeddingSpace space, FormerPlaces formerPlaces) {
        this.catalog = catalog;
        this.space = space;
        this.formerPlaces = formerPlaces;
    }

    /// Whether a file's content is to be encoded, and what the catalog has of it.
    ///
    /// @param granted     that it is, and until [#settled] it is for nobody else
    /// @param lacksDetail of what is encoded already the metadata were never read
    record Claim(boolean granted, boolean lacksDetail) {
    }

    /// Asks for a content.
    ///
    /// @param alone whether to encode it even if the same content is under way
    Claim claim(Fingerprint fingerprint, boolean alone) {
        formerPlaces.look(fingerprint);
        boolean first = contents.add(fingerprint);
        Known known = known(fingerprint);
        boolean granted = (alone || first) && !known.encoded();
        if (!granted && first) {
            settled(fingerprint);
        }
        return new Claim(granted, known.encoded() && !known.read());
    }

    /// Forgets a content that is in the catalog, or will not come there.
    void settled(Fingerprint fingerprint) {
        contents.remove(fingerprint);
    }

    private record Known(boolean encoded, boolean read) {
    }

    private Known known(Fingerprint fingerprint) {
        return catalog.read(session -> {
            Optional<Long> spaceId = session.embeddings().knownSpace(space);
            Optional<Long> content = session.embeddings().content(fingerprint);
            return new Known(spaceId.isPresent() && content.isPresent()
                    && session.embeddings().has(content.get(), spaceId.get()),
                    content.isPresent() && session.metadata().has(content.get()));
        });
    }
}
