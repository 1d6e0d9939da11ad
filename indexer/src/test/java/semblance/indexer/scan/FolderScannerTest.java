package semblance.indexer.scan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.FileStat;
import semblance.indexer.scan.FolderScanner.Outcome;
import semblance.indexer.testing.PluggedDrives;
import semblance.indexer.testing.WatchedFiles;

import static org.assertj.core.api.Assertions.assertThat;

/// What a walk sees, what it passes over, and what it says of a folder that it cannot list.
class FolderScannerTest {
    @TempDir
    Path temporary;

    private final WatchedFiles watched = new WatchedFiles();
    private final List<Listing> listings = new ArrayList<>();
    private Path root;

    @BeforeEach
    void nameRoot() throws IOException {
        root = temporary.toRealPath();
    }

    private void write(String... relatives) throws IOException {
        for (String relative : relatives) {
            Path file = root.resolve(relative);
            Files.createDirectories(file.getParent());
            Files.writeString(file, relative);
        }
    }

    private Outcome scan() {
        return scan(root, Set.of());
    }

    private Outcome scan(Path folder, Set<Path> others) {
        listings.clear();
        return new FolderScanner(ScanRules.usual(), new SystemDrives()).scan(folder, others, listings::add,
                () -> false);
    }

    private Set<String> seen() {
        Set<String> seen = new TreeSet<>();
        for (Listing listing : listings) {
            for (String name : listing.files().keySet()) {
                seen.add(listing.directory().isEmpty() ? name : listing.directory() + "/" + name);
            }
        }
        return seen;
    }

    @Test
    void everyFileIsSeenOnceWithOneStatAndNotOpened() throws IOException {
        write("a.jpg", "trips/Zürich é/b.jpg", "trips/c", "trips/deep/er/d.txt");

        assertThat(scan(watched.watch(root), Set.of())).isEqualTo(Outcome.WHOLE);

        assertThat(seen()).containsExactly("a.jpg", "trips/Zürich é/b.jpg", "trips/c", "trips/deep/er/d.txt");
        assertThat(watched.stats).containsEntry("a.jpg", 1).containsEntry("b.jpg", 1).containsEntry("d.txt", 1)
                .allSatisfy((name, stats) -> assertThat(stats).as(name).isEqualTo(1));
        assertThat(watched.opens).isEmpty();
    }

    @Test
    void theStatIsThatOfTheFile() throws IOException {
        write("a.jpg");
        scan();
        long modified = Files.getLastModifiedTime(root.resolve("a.jpg")).to(TimeUnit.NANOSECONDS);
        FileStat expected = FolderScanner.stat(root.resolve("a.jpg"));
        assertThat(expected).isEqualTo(new FileStat(5, modified, expected.fileKey()));
        assertThat(listings.getFirst().files()).containsEntry("a.jpg", expected);
    }

    @Test
    void anEmptyRootIsListedNevertheless() {
        assertThat(scan()).isEqualTo(Outcome.WHOLE);
        assertThat(listings).extracting(Listing::directory).containsExactly("");
    }

    @Test
    void hiddenNamesAndTheRubbishOfSystemsArePassedOver() throws IOException {
        write("a.jpg", ".hidden.jpg", ".trash/b.jpg", "@eaDir/a.jpg/thumb.jpg", "#recycle/c.jpg",
                "$RECYCLE.BIN/d.jpg", "System Volume Information/e.jpg", "lost+found/f.jpg", "node_modules/g.png",
                "kept/@eaDir of mine/h.jpg");
        assertThat(scan()).isEqualTo(Outcome.WHOLE);
        assertThat(seen()).containsExactly("a.jpg", "kept/@eaDir of mine/h.jpg");
    }

    @Test
    void linksAreNotFollowedAndLoopsDoNotHoldItUp() throws IOException {
        write("a.jpg", "album/b.jpg");
        Files.createSymbolicLink(root.resolve("album/up"), root);
        Files.createSymbolicLink(root.resolve("link.jpg"), root.resolve("a.jpg"));
        Files.createSymbolicLink(root.resolve("to album"), root.resolve("album"));
        Files.createSymbolicLink(root.resolve("to nothing.jpg"), root.resolve("nothing.jpg"));
        Files.createSymbolicLink(root.resolve("itself"), root.resolve("itself"));

        assertThat(scan()).isEqualTo(Outcome.WHOLE);
        assertThat(seen()).containsExactly("a.jpg", "album/b.jpg");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatIsNoFileIsNoFileAndIsNotWaitedFor() throws IOException, InterruptedException {
        write("a.jpg");
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe.jpg").toString()).start().waitFor()).isZero();
        assertThat(scan()).isEqualTo(Outcome.WHOLE);
        assertThat(seen()).containsExactly("a.jpg");
    }

    @Test
    void rootsWithinThisOneAreLeftToThemselves() throws IOException {
        write("a.jpg", "own/b.jpg", "own/deep/c.jpg", "ours/own/d.jpg");
        assertThat(scan(root, Set.of(root.resolve("own")))).isEqualTo(Outcome.WHOLE);
        assertThat(seen()).containsExactly("a.jpg", "ours/own/d.jpg");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesThatAreNoTextAreSeenAndMarked() throws IOException, InterruptedException {
        write("good é.jpg");
        String script = "printf x > \"$(printf 'caf\\351.jpg')\"; mkdir \"$(printf 'd\\351')\";"
                + " printf y > \"$(printf 'd\\351')/in it.jpg\"";
        Process shell = new ProcessBuilder("sh", "-c", script).directory(root.toFile()).inheritIO().start();
        assertThat(shell.waitFor()).isZero();

        assertThat(scan()).isEqualTo(Outcome.WHOLE);

        assertThat(seen()).hasSize(3);
        assertThat(listings).filteredOn(listing -> listing.directory().isEmpty()).singleElement()
                .satisfies(listing -> assertThat(listing.unnamable()).singleElement().asString().startsWith("caf")
                        .endsWith(".jpg").isNotEqualTo("café.jpg"));
        assertThat(listings).filteredOn(listing -> listing.directory().startsWith("d")).singleElement()
                .satisfies(listing -> assertThat(listing.unnamable()).containsExactly("in it.jpg"));
    }

    @Test
    void aDirectoryThatRefusesMakesTheWalkPartial() throws IOException {
        write("a.jpg", "open/b.jpg", "closed/c.jpg");
        watched.refusedListings.put("closed", new AccessDeniedException("closed"));
        assertThat(scan(watched.watch(root), Set.of())).isEqualTo(Outcome.PARTIAL);
        assertThat(seen()).containsExactly("a.jpg", "open/b.jpg");
    }

    @Test
    void aListingThatBreaksOffIsNotHandedOn() throws IOException {
        write("a.jpg", "broken/b.jpg");
        watched.brokenListings.put("broken", new FileSystemException("broken", null, "Input/output error"));
        assertThat(scan(watched.watch(root), Set.of())).isEqualTo(Outcome.PARTIAL);
        assertThat(seen()).containsExactly("a.jpg");
    }

    @Test
    void aFileThatCannotBeLookedAtMakesTheWalkPartial() throws IOException {
        write("a.jpg", "b.jpg");
        watched.refusedStats.put("b.jpg", new AccessDeniedException("b.jpg"));
        assertThat(scan(watched.watch(root), Set.of())).isEqualTo(Outcome.PARTIAL);
        assertThat(seen()).containsExactly("a.jpg");
    }

    @Test
    void aFileThatIsGoneSinceItWasListedIsNotThere() throws IOException {
        write("a.jpg", "b.jpg");
        watched.refusedStats.put("b.jpg", new NoSuchFileException("b.jpg"));
        assertThat(scan(watched.watch(root), Set.of())).isEqualTo(Outcome.WHOLE);
        assertThat(seen()).containsExactly("a.jpg");
    }

    @Test
    void aRootThatRefusesIsUnreachable() throws IOException {
        write("a.jpg");
        Path folder = watched.watch(root);
        watched.refusedListings.put(root.getFileName().toString(), new AccessDeniedException("root"));
        assertThat(scan(folder, Set.of())).isEqualTo(Outcome.UNREACHABLE);
        watched.refusedListings.clear();
        watched.brokenListings.put(root.getFileName().toString(), new FileSystemException("root", null, "Stale file"));
        assertThat(scan(folder, Set.of())).isEqualTo(Outcome.UNREACHABLE);
        assertThat(listings).isEmpty();

        assertThat(scan(root.resolve("nowhere"), Set.of())).isEqualTo(Outcome.UNREACHABLE);
        assertThat(scan(root.resolve("a.jpg"), Set.of())).isEqualTo(Outcome.UNREACHABLE);
    }

    /// The kernel refuses paths of more than 4,096 bytes to everyone, root too.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aTreeTooDeepForTheSystemMakesTheWalkPartial() throws IOException, InterruptedException {
        write("a.jpg");
        String name = "d".repeat(200);
        String script = "i=0; while [ $i -lt 25 ]; do mkdir " + name + " && cd " + name
                + " || exit 1; i=$((i+1)); done; printf x > deep.jpg";
        try {
            assertThat(new ProcessBuilder("bash", "-c", script).directory(root.toFile()).inheritIO().start().waitFor())
                    .isZero();
            assertThat(scan()).isEqualTo(Outcome.PARTIAL);
            assertThat(seen()).containsExactly("a.jpg");
        } finally {
            new ProcessBuilder("rm", "-rf", name).directory(root.toFile()).start().waitFor();
        }
    }

    @Test
    void aCancelledWalkIsPartial() throws IOException {
        write("a.jpg", "b/b.jpg", "c/c.jpg");
        AtomicBoolean cancelled = new AtomicBoolean();
        Outcome outcome = new FolderScanner(ScanRules.usual(), new SystemDrives()).scan(root, Set.of(), listing -> {
            listings.add(listing);
            cancelled.set(true);
        }, cancelled::get);
        assertThat(outcome).isEqualTo(Outcome.PARTIAL);
        assertThat(listings).hasSize(1);
    }

    @Test
    void anotherDirectoryUnderTheSamePathHasAnotherIdentity() throws IOException {
        SystemDrives drives = new SystemDrives();
        Path folder = Files.createDirectory(root.resolve("folder"));
        String identity = drives.identity(folder);
        assertThat(drives.identity(folder)).isEqualTo(identity);
        Files.move(folder, root.resolve("aside"));
        Files.createDirectory(folder);
        assertThat(drives.identity(folder)).isNotEqualTo(identity);
        assertThat(drives.identity(root.resolve("aside"))).isEqualTo(identity);
    }

    @Test
    void whereAnotherDriveBeginsIsToldEvenIfItIsEmpty() throws IOException {
        write("a.jpg", "local/b.jpg", "stick/dcim/c.jpg");
        Files.createDirectory(root.resolve("blank"));
        PluggedDrives drives = new PluggedDrives();
        drives.mount(root.resolve("stick"), "stick");
        drives.mount(root.resolve("blank"), "blank");
        new FolderScanner(ScanRules.usual(), drives).scan(root, Set.of(), listings::add, () -> false);
        assertThat(listings).filteredOn(Listing::mount).extracting(Listing::directory)
                .containsExactlyInAnyOrder("stick", "blank");
        assertThat(seen()).containsExactly("a.jpg", "local/b.jpg", "stick/dcim/c.jpg");
    }
}
