package semblance.indexer.pipeline;

import java.io.IOException;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.DepartureTable.Forgotten;
import semblance.indexer.thumbnail.ThumbnailStore;

/// Forgets what has left the library long ago: its tags, its embeddings and its thumbnails.
final class Oblivion {
    private static final Logger LOG = LoggerFactory.getLogger(Oblivion.class);
    private static final int BATCH = 500;

    private final Catalog catalog;
    private final ThumbnailStore thumbnails;

    Oblivion(Catalog catalog, ThumbnailStore thumbnails) {
        this.catalog = catalog;
        this.thumbnails = thumbnails;
    }

    /// Forgets what is due. Not while files are on their way into the catalog.
    ///
    /// @param changed  whether the run that comes to its end has changed anything
    /// @param stopping asked between batches; what is left is forgotten next time
    void come(boolean changed, BooleanSupplier stopping) {
        if (changed) {
            catalog.write(session -> {
                session.departures().addUnclaimed();
                return true;
            });
        }
        boolean all = false;
        while (!all && !stopping.getAsBoolean()) {
            Forgotten forgotten = catalog.write(session -> session.departures().forget(BATCH));
            forgotten.fingerprints().forEach(this::deleteThumbnail);
            all = forgotten.all();
        }
    }

    private void deleteThumbnail(String fingerprint) {
        try {
            thumbnails.delete(fingerprint);
        } catch (IOException e) {
            LOG.debug("a thumbnail cannot be deleted", e); // the cache may be cleared by hand at any time
        }
    }
}
