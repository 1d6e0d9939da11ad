package semblance.indexer.chance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.FilesBelow;
import semblance.indexer.testing.PluggedDrives;

/// Real files in two folders and on a drive within one of them, and an account of them: which picture lies at which path.
final class Disk {
    /// What comes and goes as a whole.
    enum Zone {
        A("A"), DRIVE("A/drive"), B("B");

        final String place;

        Zone(String place) {
            this.place = place;
        }
    }

    private static final List<String> DIRECTORIES = List.of("", "x/", "x/y/", "z/");
    private static final Map<Integer, byte[]> PICTURES = new HashMap<>();

    final Path root;
    /// Which picture lies where, on drives that are away too.
    final Map<String, Integer> pictures = new TreeMap<>();
    final Set<Zone> away = new HashSet<>();
    /// Directories in which something has happened since this was last cleared.
    final Set<String> touched = new TreeSet<>();
    private final PluggedDrives drives;
    private int nextPicture;
    private int nextName;
    private long clock = Instant.now().minusSeconds(1_000_000).toEpochMilli();

    Disk(Path root, PluggedDrives drives) throws IOException {
        this.root = root;
        this.drives = drives;
        for (Zone zone : Zone.values()) {
            Files.createDirectories(root.resolve(zone.place));
        }
        drives.mount(root.resolve(Zone.DRIVE.place), "drive");
    }

    /// What pictures can be to each other.
    enum Role {
        DEVELOPED, RAW, ALONE
    }

    static Role role(int picture) {
        return switch (picture % 5) {
            case 0, 3 -> Role.DEVELOPED;
            case 1, 4 -> Role.RAW;
            default -> Role.ALONE;
        };
    }

    static byte[] picture(int number) {
        return PICTURES.computeIfAbsent(number, n -> switch (role(n)) {
            case DEVELOPED -> DrawnPhoto.encoded(n, 24, 16, "jpg");
            case RAW -> DrawnPhoto.raw(DrawnPhoto.encoded(n, 24, 16, "jpg"));
            case ALONE -> DrawnPhoto.encoded(n, 24, 16, "png");
        });
    }

    /// The directory of a file and its name without the extension: raw data belongs to a developed picture that has both.
    static String stem(String path) {
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    }

    static Zone zone(String path) {
        return path.startsWith("A/drive/") ? Zone.DRIVE : path.startsWith("A/") ? Zone.A : Zone.B;
    }

    boolean isThere(Zone zone) {
        return !away.contains(zone) && (zone != Zone.DRIVE || !away.contains(Zone.A));
    }

    private List<String> paths(Predicate<String> wanted) {
        return pictures.keySet().stream().filter(path -> isThere(zone(path))).filter(wanted).toList();
    }

    private static <T> T pick(List<T> from, int number) {
        return from.get(number % from.size());
    }

    private String newPath(int number) {
        List<Zone> there = List.of(Zone.values()).stream().filter(this::isThere).toList();
        return there.isEmpty()
                ? ""
                : pick(there, number).place + "/" + pick(DIRECTORIES, number / 8) + "p" + number / 32 % 3
                        + "." + nextName++;
    }

    /// Does what an operation says, if it can be done.
    ///
    /// @param strayable whether a zone holds photos that the library knows
    void apply(Operation operation, Predicate<Zone> strayable) throws IOException {
        List<String> there = paths(_ -> true);
        int a = operation.a();
        int b = operation.b();
        switch (operation.kind()) {
            case CREATE -> create(newPath(a));
            case PAIR -> {
                if (!there.isEmpty()) {
                    pair(pick(there, a));
                }
            }
            case MOVE_PAIR -> {
                String to = newPath(b);
                if (!there.isEmpty() && !to.isEmpty()) {
                    String stem = stem(pick(there, a));
                    for (String path : paths(path -> stem(path).equals(stem))) {
                        transfer(path, stem(to) + "." + nextName++, true);
                    }
                }
            }
            case MODIFY -> {
                if (!there.isEmpty()) {
                    create(pick(there, a));
                }
            }
            case TOUCH -> {
                if (!there.isEmpty()) {
                    settle(pick(there, a));
                }
            }
            case DELETE -> {
                if (!there.isEmpty()) {
                    delete(pick(there, a));
                }
            }
            case MOVE, COPY -> {
                String to = newPath(b);
                if (!there.isEmpty() && !to.isEmpty()) {
                    transfer(pick(there, a), to, operation.kind() == Operation.Kind.MOVE);
                }
            }
            case OVERWRITE -> {
                String from = there.isEmpty() ? "" : pick(there, a);
                List<String> others = paths(path -> !path.equals(from));
                if (!others.isEmpty()) {
                    transfer(from, pick(others, b), b % 3 > 0);
                }
            }
            case SWAP -> {
                String from = there.isEmpty() ? "" : pick(there, a);
                List<String> others = paths(path -> !path.equals(from));
                if (!others.isEmpty()) {
                    String other = pick(others, b);
                    transfer(from, "aside", true);
                    transfer(other, from, true);
                    transfer("aside", other, true);
                }
            }
            case RENAME_DIRECTORY -> renameDirectory(a, b);
            case MAKE_FILE_A_DIRECTORY -> {
                if (!there.isEmpty()) {
                    String path = pick(there, a);
                    delete(path);
                    create(path + "/inside.png");
                }
            }
            case UNPLUG -> {
                Zone zone = pick(List.of(Zone.values()), a);
                if (isThere(zone)) {
                    unplug(zone, b % 2 == 0);
                }
            }
            case PLUG -> {
                Zone zone = pick(List.of(Zone.values()), a);
                if (away.contains(zone) && (zone != Zone.DRIVE || isThere(Zone.A))) {
                    plug(zone);
                }
            }
            case STRAY -> {
                Zone zone = pick(List.of(Zone.values()), a);
                if (away.contains(zone) && (zone != Zone.DRIVE || isThere(Zone.A)) && strayable.test(zone)) {
                    Path stray = root.resolve(zone.place).resolve("stray" + b % 3 + ".png");
                    Files.createDirectories(stray.getParent());
                    Files.write(stray, picture(100_000 + b % 3));
                    touch(zone.place + "/stray");
                }
            }
            case RUN, HINTED_RUN -> throw new IllegalArgumentException("not an operation on files");
        }
    }

    private void touch(String path) {
        if (path.contains("/")) {
            touched.add(path.substring(0, path.lastIndexOf('/')));
        }
    }

    private void create(String path) throws IOException {
        if (path.isEmpty()) {
            return;
        }
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, picture(nextPicture));
        pictures.put(path, nextPicture++);
        settle(path);
    }

    /// Lays the other half beside a picture.
    private void pair(String path) throws IOException {
        Role role = role(pictures.getOrDefault(path, 0));
        while (role(nextPicture) == Role.ALONE || role(nextPicture) == role) {
            nextPicture++;
        }
        create(stem(path) + "." + nextName++);
    }

    private void settle(String path) throws IOException {
        clock += 1000;
        Files.setLastModifiedTime(root.resolve(path), FileTime.fromMillis(clock));
        touch(path);
    }

    private void delete(String path) throws IOException {
        Files.delete(root.resolve(path));
        pictures.remove(path);
        touch(path);
    }

    private void transfer(String from, String to, boolean move) throws IOException {
        Path target = root.resolve(to);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Integer picture = pictures.get(from);
        if (picture == null) {
            throw new IllegalStateException("nothing lies at " + from);
        }
        pictures.put(to, picture);
        if (move) {
            Files.move(root.resolve(from), target);
            pictures.remove(from);
            touch(from);
            touch(to);
        } else {
            Files.copy(root.resolve(from), target);
            settle(to);
        }
    }

    private void renameDirectory(int a, int b) throws IOException {
        List<String> directories = paths(_ -> true).stream().map(path -> path.substring(0, path.lastIndexOf('/')))
                .filter(directory -> List.of(Zone.values()).stream().noneMatch(zone -> zone.place.equals(directory)))
                .distinct().toList();
        List<Zone> there = List.of(Zone.values()).stream().filter(this::isThere).toList();
        if (directories.isEmpty()) {
            return;
        }
        String from = pick(directories, a);
        String to = pick(there, b).place + "/d" + nextName++;
        Files.move(root.resolve(from), root.resolve(to));
        for (String path : new ArrayList<>(pictures.keySet())) {
            if (path.startsWith(from + "/")) {
                String moved = to + path.substring(from.length());
                Integer picture = pictures.remove(path);
                if (picture != null) {
                    pictures.put(moved, picture);
                }
                touch(path);
                touch(moved);
            }
        }
        touch(from);
        touch(to);
    }

    private void unplug(Zone zone, boolean mountPointStays) throws IOException {
        Path place = root.resolve(zone.place);
        drives.unplug(place, root.resolve("away-" + zone));
        if (!mountPointStays) {
            Files.delete(place);
        }
        away.add(zone);
        touched.add(zone.place);
    }

    private void plug(Zone zone) throws IOException {
        Path place = root.resolve(zone.place);
        if (Files.exists(place)) {
            for (Path stray : FilesBelow.of(place)) {
                Files.delete(stray);
            }
            Files.delete(place);
        }
        Files.move(root.resolve("away-" + zone), place);
        if (zone == Zone.DRIVE) {
            drives.mount(place, "drive");
        }
        away.remove(zone);
        touched.add(zone.place);
    }
}
