package semblance.indexer.index;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.VectorChange.Part;
import semblance.indexer.concurrent.SingleThread;
import semblance.model.EmbeddingSpace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// A catalog of photos that are vectors only, beside a plain list of what it ought to hold: the oracle of its views.
final class Gallery implements AutoCloseable {
    static final int DIMENSION = 8;
    static final EmbeddingSpace SPACE = new EmbeddingSpace("test-space", DIMENSION);

    final Path data;
    final Path file;
    final Path indexes;
    final Map<Long, List<float[]>> photos = new HashMap<>();
    private final Random random;
    private final SingleThread writeThread = new SingleThread("gallery-write");
    private Catalog catalog;
    private int contents;

    Gallery(Path data, Random random) {
        this.data = data;
        this.file = data.resolve("catalog.db");
        this.indexes = data.resolve("index");
        this.random = random;
        this.catalog = Catalog.openForWriting(file, writeThread);
    }

    Catalog catalog() {
        return catalog;
    }

    Path index() {
        return indexes.resolve(SPACE.id());
    }

    VectorView write() {
        return VectorView.openForWriting(catalog, SPACE, indexes, MergeWatch.NONE);
    }

    /// Closes the catalog, lets something happen to its file, and opens it again.
    void whileClosed(Runnable work) {
        catalog.close();
        work.run();
        catalog = Catalog.openForWriting(file, writeThread);
    }

    /// Runs work on the thread that writes.
    void onWriteThread(Runnable work) {
        writeThread.call(() -> {
            work.run();
            return true;
        });
    }

    /// Adds photos, some of them of several parts.
    void add(int count) {
        for (int i = 0; i < count; i++) {
            List<float[]> parts = randomParts();
            long id = catalog.write(session -> {
                long content = session.embeddings().addContent(nextContent(), "jpeg", 1, 1);
                session.embeddings().put(content, session.embeddings().spaceId(SPACE), parts(parts));
                return session.photos().add(content);
            });
            photos.put(id, parts);
        }
    }

    /// Gives a photo another content.
    void change(long id) {
        List<float[]> parts = randomParts();
        catalog.write(session -> {
            long content = session.embeddings().addContent(nextContent(), "jpeg", 1, 1);
            session.embeddings().put(content, session.embeddings().spaceId(SPACE), parts(parts));
            session.photos().setContent(id, content);
            return content;
        });
        photos.put(id, parts);
    }

    /// Gives all photos another content in one transaction, each of several parts that are all the same vector.
    void changeAll(float[] vector) {
        catalog.write(session -> {
            for (long id : List.copyOf(photos.keySet())) {
                List<float[]> parts = Collections.nCopies(1 + (int) (id % 3), vector);
                long content = session.embeddings().addContent(nextContent(), "jpeg", 1, 1);
                session.embeddings().put(content, session.embeddings().spaceId(SPACE), parts(parts));
                session.photos().setContent(id, content);
                photos.put(id, parts);
            }
            return true;
        });
    }

    /// Lets a photo's file be unreadable.
    void hide(long id) {
        catalog.write(session -> {
            session.photos().clearContent(id);
            return id;
        });
        photos.remove(id);
    }

    void delete(long id) {
        catalog.write(session -> {
            session.photos().delete(id);
            return id;
        });
        photos.remove(id);
    }

    /// One random change.
    void step() {
        switch (photos.isEmpty() ? 0 : random.nextInt(5)) {
            case 0, 1 -> add(1);
            case 2 -> change(any());
            case 3 -> hide(any());
            default -> delete(any());
        }
    }

    long any() {
        List<Long> ids = photos.keySet().stream().sorted().toList();
        return ids.get(random.nextInt(ids.size()));
    }

    /// Compares a view with the oracle: how many photos it has, and which ones are nearest to some queries, in which
    /// order.
    void assertShownBy(VectorView view, String when) {
        assertThat(view.photos()).as(when).isEqualTo(photos.size());
        for (int i = 0; i < 3; i++) {
            float[] query = Vectors.random(random, DIMENSION);
            List<ScoredPhoto> expected = nearest(query);
            List<ScoredPhoto> found = view.nearest(query, Math.max(1, photos.size()), _ -> true).photos();
            assertThat(found).as(when).hasSameSizeAs(expected);
            for (int k = 0; k < found.size(); k++) {
                assertThat(found.get(k).score()).as(when).isCloseTo(expected.get(k).score(), within(1e-5f));
            }
            assertThat(found).extracting(ScoredPhoto::photoId).as(when)
                    .containsExactlyInAnyOrderElementsOf(expected.stream().map(ScoredPhoto::photoId).toList());
        }
    }

    private List<ScoredPhoto> nearest(float[] query) {
        return photos.entrySet().stream()
                .map(photo -> new ScoredPhoto(photo.getKey(), (float) photo.getValue().stream()
                        .mapToDouble(vector -> Vectors.cosine(vector, query)).max().orElseThrow(),
                        ScoredPhoto.NO_MOMENT))
                .sorted(Comparator.comparingDouble(ScoredPhoto::score).reversed()).toList();
    }

    private List<float[]> randomParts() {
        List<float[]> parts = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 3 : 1;
        for (int i = 0; i < count; i++) {
            parts.add(Vectors.random(random, DIMENSION));
        }
        return parts;
    }

    private static List<Part> parts(List<float[]> vectors) {
        List<Part> parts = new ArrayList<>();
        for (float[] vector : vectors) {
            parts.add(new Part(parts.size(), 1000L * parts.size(), vector));
        }
        return parts;
    }

    private Fingerprint nextContent() {
        byte[] name = Arrays.copyOf(ByteBuffer.allocate(4).putInt(contents++).array(), 4);
        return Fingerprint.of(name);
    }

    @Override
    public void close() {
        catalog.close();
        writeThread.close();
    }
}
