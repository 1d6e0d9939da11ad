package semblance.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// An index on a disk that is full goes on as soon as there is room, in the same process.
class FullDiskTest {
    private static final int SHOWN = 20;

    @TempDir
    Path temporary;

    private final Random random = Seed.next("FullDiskTest").random();
    private Gallery gallery;
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);

    @BeforeEach
    void makeGallery() {
        gallery = new Gallery(temporary.resolve("data"), random);
        gallery.add(SHOWN);
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    private VectorView open() throws IOException {
        return VectorView.openForWriting(gallery.catalog(), Gallery.SPACE, () -> VectorIndex
                .opened(new FillingDirectory(FSDirectory.open(gallery.index()), room), VectorIndex.EXACT_UP_TO, true));
    }

    private void commit(VectorView view) {
        gallery.onWriteThread(() -> {
            view.follow();
            view.commit();
        });
    }

    /// Until the disk is full somewhere else in what follow and commit write.
    private boolean failsWith(long bytes, VectorView view) {
        room.set(bytes);
        try {
            commit(view);
            return false;
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining("the index of test-space cannot be written")
                    .hasMessageContaining("nothing is lost").hasRootCauseMessage("No space left on device");
            return true;
        }
    }

    @Test
    void whereverTheDiskGetsFullSearchGoesOnAndNothingIsLost() throws IOException {
        int failures = 0;
        try (VectorView view = open()) {
            commit(view);
            boolean failed = true;
            for (long bytes = 0; failed; bytes = bytes * 3 / 2 + 1 + random.nextInt(40)) {
                long before = view.photos();
                gallery.add(1);
                failed = failsWith(bytes, view);
                if (failed) {
                    failures++;
                    assertThat(view.photos()).as("searches see what they saw, room for %s", bytes)
                            .isBetween(before, (long) gallery.photos.size());
                    assertThat(failsWith(0, view)).as("still full, room for %s", bytes).isTrue();
                    assertThat(view.photos()).isBetween(before, (long) gallery.photos.size());
                    room.set(Long.MAX_VALUE);
                    commit(view);
                }
                room.set(Long.MAX_VALUE);
                gallery.assertShownBy(view, "there is room again, after " + bytes);
            }
        }
        assertThat(failures).as("the disk was full in many places").isGreaterThan(8);
        try (VectorView view = open()) {
            gallery.assertShownBy(view, "opened again");
        }
    }
}
