package semblance.indexer.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import semblance.indexer.testing.DrawnPhoto;

/// A folder of photos that changes at random, and the plain truth of what is in it: which picture lies where, and which
/// photo it is, a photo being what keeps its identity when it is renamed or changed.
final class ChangingFolder {
    /// A file as it should be known.
    ///
    /// @param photo   names the photo's identity
    /// @param picture number of what it shows
    record Expected(int photo, int picture) {
    }

    private static final String RAW = ".dng";

    final Path root;
    final Map<String, Expected> files = new TreeMap<>();
    private final Random random;
    /// Photos touched since the library last saw the whole folder: one that is changed and renamed unseen cannot be known
    /// again, so these are only deleted.
    private final Set<Integer> touched = new HashSet<>();
    private int nextPhoto;
    private int nextPicture;
    private long clock = Instant.now().minusSeconds(1_000_000).toEpochMilli();

    ChangingFolder(Path root, Random random) {
        this.root = root;
        this.random = random;
    }

    void add(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String name = random.nextInt(5) + "/photo " + nextPhoto + ".jpg";
            put(name, nextPhoto);
            if (random.nextInt(3) == 0) {
                put(name.replace(".jpg", RAW), nextPhoto);
            }
            nextPhoto++;
        }
    }

    private void put(String name, int photo) throws IOException {
        files.put(name, new Expected(photo, nextPicture));
        write(name, nextPicture++);
    }

    /// What a file holds.
    static byte[] content(String name, int picture) {
        return name.endsWith(RAW) ? DrawnPhoto.raw(picture) : DrawnPhoto.jpeg(picture);
    }

    /// The files of one photo.
    private List<String> halves(int photo) {
        return files.entrySet().stream().filter(file -> file.getValue().photo() == photo).map(Map.Entry::getKey)
                .toList();
    }

    /// Adds, changes, renames and deletes some.
    void change(int adds) throws IOException {
        for (String name : some(files.size() / 20 + 1)) {
            Expected file = files.get(name);
            if (file == null) {
                continue;
            }
            switch (touched.add(file.photo()) ? random.nextInt(3) : 2) {
                case 0 -> put(name, file.photo());
                case 1 -> {
                    String to = "moved/" + random.nextInt(100) + "-" + file.photo();
                    Files.createDirectories(root.resolve("moved"));
                    for (String half : halves(file.photo())) {
                        move(half, to + half.substring(half.lastIndexOf('.')));
                    }
                }
                default -> {
                    Files.delete(root.resolve(name));
                    files.remove(name);
                }
            }
        }
        add(adds);
    }

    private void move(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to));
        Expected file = files.remove(from);
        if (file != null) {
            files.put(to, file);
        }
    }

    /// The library has seen the folder as it is now.
    void seen() {
        touched.clear();
    }

    /// The files that lie and are as they were when the library last saw the whole folder.
    Map<String, Expected> untouched() {
        Map<String, Expected> untouched = new TreeMap<>(files);
        untouched.values().removeIf(file -> touched.contains(file.photo()));
        return untouched;
    }

    private List<String> some(int count) {
        List<String> names = new ArrayList<>(files.keySet());
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count && !names.isEmpty(); i++) {
            chosen.add(names.remove(random.nextInt(names.size())));
        }
        return chosen;
    }

    private void write(String name, int picture) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content(name, picture));
        clock += 1000;
        Files.setLastModifiedTime(file, FileTime.fromMillis(clock));
    }
}
