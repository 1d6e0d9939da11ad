package semblance.indexer.index;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.TagName;
import semblance.indexer.catalog.TagState;
import semblance.indexer.testing.FileHashes;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Searches see the changes of a batch together, and changes that are none of the index's business not at all.
class WholeBatchesTest {
    private static final int PHOTOS = 60;
    private static final int ROUNDS = 40;

    @TempDir
    Path temporary;

    private final Random random = Seed.next("WholeBatchesTest").random();
    private Gallery gallery;

    @BeforeEach
    void makeGallery() {
        gallery = new Gallery(temporary.resolve("data"), random);
        gallery.add(PHOTOS);
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    /// In each round all parts of all photos become the same vector, in one transaction: a search that finds two vectors
    /// has seen half of it.
    @Test
    void noSearchSeesHalfABatch() throws InterruptedException {
        try (VectorView view = gallery.write()) {
            gallery.changeAll(axis(0));
            view.follow();
            AtomicBoolean done = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                for (int round = 1; round <= ROUNDS; round++) {
                    gallery.changeAll(axis(round));
                    gallery.onWriteThread(() -> {
                        view.follow();
                        view.commit();
                    });
                }
                done.set(true);
            }, "test-writer");
            writer.start();
            int searches = 0;
            while (!done.get() || searches == 0) {
                List<ScoredPhoto> found = view.nearest(axis(random.nextInt(Gallery.DIMENSION)), 2 * PHOTOS, _ -> true)
                        .photos();
                assertThat(found).hasSize(PHOTOS).extracting(ScoredPhoto::photoId).doesNotHaveDuplicates();
                assertThat(found).extracting(photo -> Math.round(photo.score())).containsOnly(
                        Math.round(found.getFirst().score()));
                searches++;
            }
            writer.join();
        }
    }

    private static float[] axis(int number) {
        float[] vector = new float[Gallery.DIMENSION];
        vector[number % Gallery.DIMENSION] = 1;
        return vector;
    }

    @Test
    void aTagWritesNoVector() {
        try (VectorView view = gallery.write()) {
            follow(view);
            Map<String, String> before = segmentFiles();
            long photo = gallery.any();
            TagName name = TagName.of("family");
            gallery.catalog().write(session -> session.tags().decide(photo, name, TagState.CONFIRMED));
            follow(view);

            Set<Long> confirmed = gallery.catalog().read(session -> session.tags().confirmed(name));
            assertThat(confirmed).containsExactly(photo);
            assertThat(segmentFiles()).isEqualTo(before).isNotEmpty();
            gallery.assertShownBy(view, "after the tag");
        }
    }

    private void follow(VectorView view) {
        gallery.onWriteThread(() -> {
            view.follow();
            view.commit();
        });
    }

    /// All files but the commit's own, which notes how far the view has followed.
    private Map<String, String> segmentFiles() {
        Map<String, String> files = new HashMap<>(FileHashes.of(gallery.index()));
        files.keySet().removeIf(name -> name.startsWith("segments"));
        return files;
    }
}
