package semblance.indexer.alike;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.RawCatalog;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.pipeline.PhotoFollower;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.indexer.thumbnail.Thumbnails;

import static org.assertj.core.api.Assertions.assertThat;

/// Comparing tells how far it is, stops when it is told to, and goes on from there.
class ComparingTest {
    private static final int PHOTOS = 5;
    private static final int BATCH = 2;

    private final List<String> told = new ArrayList<>();
    private final SingleThread write = new SingleThread("semblance-write");
    private TestLibrary library;

    @BeforeEach
    void indexSome(@TempDir Path temporary) throws IOException {
        library = new TestLibrary(temporary);
        for (int i = 0; i < PHOTOS; i++) {
            library.write(i + ".jpg", DrawnPhoto.jpeg(i));
        }
        library.index();
        RawCatalog.execute(library.location.catalog(), "DELETE FROM picture_hash");
    }

    @AfterEach
    void close() {
        write.close();
    }

    private void compare(BooleanSupplier stopping) {
        try (Catalog catalog = Catalog.openForWriting(library.location.catalog(), write)) {
            Thumbnails thumbnails = new Thumbnails(catalog, new ThumbnailStore(library.location.thumbnails()),
                    new PhotoDecoder(DecodeLimits.DEFAULT));
            new AlikePhotos(catalog, thumbnails, BATCH).finish(stopping, new PhotoFollower.Told() {
                @Override
                public void found(long photos) {
                    told.add("found " + photos);
                }

                @Override
                public void done(long photos) {
                    told.add("done " + photos);
                }
            });
        }
    }

    private long compared() {
        try (Catalog catalog = Catalog.openForReading(library.location.catalog())) {
            return catalog.read(session -> session.alike().pictures().size());
        }
    }

    @Test
    void allThatTakesLongIsTold() {
        compare(() -> false);

        assertThat(told).containsExactly("found 5", "done 2", "done 2", "done 1");
        assertThat(compared()).isEqualTo(PHOTOS);
        told.clear();
        compare(() -> false);
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsLeftWhenItIsStoppedIsDoneNextTime() {
        compare(() -> told.contains("done 2"));

        assertThat(told).containsExactly("found 5", "done 2");
        assertThat(compared()).isEqualTo(BATCH);
        compare(() -> false);
        assertThat(compared()).isEqualTo(PHOTOS);
    }
}
