package semblance.indexer.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.catalog.TagName;
import semblance.indexer.catalog.TagState;
import semblance.indexer.concurrent.SingleThread;

import static org.assertj.core.api.Assertions.assertThat;

/// A catalog of photos that are texts only, beside a plain map of the words each ought to be found by: the oracle of the view
/// of texts.
final class Bookshelf implements AutoCloseable {
    private static final List<String> WORDS = List.of("rome", "beach", "zürich", "北京", "dog");
    private static final FileStat STAT = new FileStat(1, 2, "");

    final Path file;
    final Path indexes;
    private final Random random;
    private final SingleThread writeThread = new SingleThread("bookshelf-write");
    private Catalog catalog;
    private Memory memory = new Memory(new HashMap<>(), new HashMap<>(), new HashMap<>());
    private int next;

    /// Where photos lie and what they are called.
    private record Place(long fileId, long folderId, String directory, String name) {
    }

    /// What the catalog ought to hold.
    record Memory(Map<Long, Place> places, Map<Long, Set<String>> tags, Map<Long, String> folders) {
        Memory copy() {
            Map<Long, Set<String>> copied = new HashMap<>();
            tags.forEach((photo, words) -> copied.put(photo, new HashSet<>(words)));
            return new Memory(new HashMap<>(places), copied, new HashMap<>(folders));
        }

        Set<Long> with(String word) {
            Set<Long> with = new TreeSet<>();
            places.forEach((photo, place) -> {
                if ((place.name() + " " + place.directory() + " " + folders.get(place.folderId())).contains(word)
                        || tags.getOrDefault(photo, Set.of()).contains(word)) {
                    with.add(photo);
                }
            });
            return with;
        }
    }

    Bookshelf(Path data, Random random) {
        this.file = data.resolve("catalog.db");
        this.indexes = data.resolve("index");
        this.random = random;
        this.catalog = Catalog.openForWriting(file, writeThread);
    }

    TextView write() {
        return TextView.openForWriting(catalog, indexes);
    }

    void commit(TextView view) {
        writeThread.call(() -> {
            view.follow();
            view.commit();
            return true;
        });
    }

    void whileClosed(Runnable work) {
        catalog.close();
        work.run();
        catalog = Catalog.openForWriting(file, writeThread);
    }

    Memory remember() {
        return memory.copy();
    }

    void recall(Memory then) {
        memory = then;
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private <T> T any(Iterable<T> all) {
        List<T> list = new ArrayList<>();
        all.forEach(list::add);
        return list.get(random.nextInt(list.size()));
    }

    /// Some random changes, one or several in a transaction.
    void steps(int count) {
        for (int i = 0; i < count; i++) {
            catalog.write(session -> {
                for (int j = random.nextInt(3); j >= 0; j--) {
                    step(session);
                }
                return true;
            });
        }
    }

    private void step(CatalogSession session) {
        if (memory.folders().isEmpty() || random.nextInt(15) == 0) {
            Path path = file.resolveSibling(next++ + "/" + word());
            memory.folders().put(session.folders().add(path).id(), String.valueOf(path.getFileName()));
            return;
        }
        if (memory.places().isEmpty() || random.nextInt(3) == 0) {
            long content = session.embeddings().addContent(Fingerprint.of(new byte[]{(byte) next, (byte) (next >> 8)}),
                    "jpeg", 1, 1);
            long photo = session.photos().add(content);
            place(session, photo);
            return;
        }
        long photo = any(memory.places().keySet());
        switch (random.nextInt(8)) {
            case 0, 1 -> { // moved
                long old = Objects.requireNonNull(memory.places().get(photo)).fileId();
                place(session, photo);
                session.files().delete(old);
            }
            case 2, 3 -> {
                String tag = word();
                session.tags().decide(photo, TagName.of(tag), TagState.CONFIRMED);
                memory.tags().computeIfAbsent(photo, _ -> new HashSet<>()).add(tag);
            }
            case 4 -> {
                String tag = word();
                session.tags().decide(photo, TagName.of(tag), TagState.REJECTED);
                memory.tags().getOrDefault(photo, new HashSet<>()).remove(tag);
            }
            case 5 -> session.tags().suggest(photo, List.of(new SuggestedTag(word(), 0.5)));
            case 6 -> {
                session.photos().delete(photo);
                memory.places().remove(photo);
                memory.tags().remove(photo);
            }
            default -> {
                long folder = any(memory.folders().keySet());
                if (random.nextInt(4) == 0) {
                    session.folders().remove(folder);
                    memory.folders().remove(folder);
                    memory.places().values().removeIf(place -> place.folderId() == folder);
                    memory.tags().keySet().retainAll(memory.places().keySet());
                } else {
                    Path path = file.resolveSibling(next++ + "/" + word());
                    session.folders().relocate(folder, path, "");
                    memory.folders().put(folder, String.valueOf(path.getFileName()));
                }
            }
        }
    }

    private void place(CatalogSession session, long photo) {
        long folder = any(memory.folders().keySet());
        String directory = random.nextBoolean() ? "" : "x/" + word() + " 2019";
        String name = (random.nextBoolean() ? "IMG_" : word() + "-") + next++ + ".jpg";
        long id = session.files().addPending(folder, directory, name, STAT, next);
        session.files().indexed(id, photo, STAT);
        memory.places().put(photo, new Place(id, folder, directory, name));
    }

    Set<Long> find(TextView view, String word) {
        return view.find(TextQuery.of(List.of(new TextQuery.Part(word, false, 1))), _ -> true).stream()
                .map(TextHit::photoId).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Compares a view with the oracle.
    void assertFoundBy(TextView view, String when) {
        for (String word : WORDS) {
            Set<Long> expected = memory.with(word);
            boolean common = memory.places().size() >= 30 && 2 * expected.size() > memory.places().size();
            assertThat(find(view, word)).as("%s: %s", when, word).isEqualTo(common ? Set.of() : expected);
        }
        assertThat(view.photos()).as(when).isEqualTo(memory.places().size());
    }

    @Override
    public void close() {
        catalog.close();
        writeThread.close();
    }
}
