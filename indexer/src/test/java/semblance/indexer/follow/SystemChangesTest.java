package semblance.indexer.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.follow.Changes.Changed;
import semblance.indexer.follow.Changes.Noticed;
import semblance.indexer.scan.NetworkShares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/// What the operating system tells.
@EnabledOnOs({OS.LINUX, OS.WINDOWS})
class SystemChangesTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @TempDir
    Path temporary;

    private SystemChanges changes;
    private Path root;

    @BeforeEach
    void start() throws IOException {
        root = temporary.toRealPath();
        assumeFalse(NetworkShares.holds(root), "temporary files lie on a network drive");
        changes = SystemChanges.start(path -> path.endsWith("catalog.db"));
    }

    @AfterEach
    void close() {
        changes.close();
    }

    /// Everything noticed until something is among it.
    private Noticed until(Changed expected) {
        Set<Changed> noticed = new HashSet<>();
        boolean overflow = false;
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!noticed.contains(expected) && System.nanoTime() < end) {
            Noticed more = changes.take();
            noticed.addAll(more.directories());
            overflow |= more.overflow();
            Thread.onSpinWait();
        }
        assertThat(noticed).contains(expected);
        return new Noticed(noticed, overflow);
    }

    @Test
    void aFileThatIsWrittenIsNoticedInItsDirectory() throws IOException {
        changes.watch(root);
        Files.writeString(root.resolve("a.jpg"), "a");
        assertThat(until(new Changed(root, false)).overflow()).isFalse();
    }

    @Test
    void aDirectoryThatIsMadeIsToBeLookedThrough() throws IOException {
        changes.watch(root);
        Files.createDirectory(root.resolve("new"));
        until(new Changed(root.resolve("new"), true));
    }

    @Test
    void aDirectoryThatIsRenamedIsKnownByItsNewName() throws IOException {
        Path old = Files.createDirectory(root.resolve("old"));
        changes.watch(root);
        changes.watch(old);
        Path renamed = root.resolve("renamed");
        Files.move(old, renamed);
        until(new Changed(renamed, true));
        changes.watch(renamed);
        Files.writeString(renamed.resolve("a.jpg"), "a");
        until(new Changed(renamed, false));
    }

    @Test
    void hiddenAndOwnFilesAreOfNoInterest() throws IOException {
        Path other = Files.createDirectory(root.resolve("other"));
        changes.watch(root);
        changes.watch(other);
        Files.writeString(root.resolve(".hidden"), "h");
        Files.writeString(root.resolve("catalog.db"), "c");
        Files.writeString(other.resolve("a.jpg"), "a");
        // All that happened in the root before the file in the other directory is noticed by then.
        Noticed noticed = until(new Changed(other, false));
        assertThat(noticed.directories()).containsOnly(new Changed(other, false));
        assertThat(changes.gap()).isEmpty();
    }

    @Test
    void aMarkerMayConcernEverythingBelow() throws IOException {
        changes.watch(root);
        Files.writeString(root.resolve(".nomedia"), "");
        Files.writeString(root.resolve("a.jpg"), "");
        assertThat(until(new Changed(root, false)).overflow()).isTrue();
    }

    @Test
    void aDirectoryThatGoesIsNoticed() throws IOException {
        Path gone = Files.createDirectory(root.resolve("gone"));
        changes.watch(gone);
        Files.delete(gone);
        until(new Changed(gone, false));
    }

    @Test
    void beyondTheLimitThereIsAGapAndTheUserIsTold() throws IOException {
        changes.close();
        changes = SystemChanges.start(1, _ -> false);
        changes.watch(root);
        assertThat(changes.gap()).isEmpty();
        changes.watch(root);
        assertThat(changes.gap()).isEmpty();
        changes.watch(Files.createDirectory(root.resolve("one too many")));
        assertThat(changes.gap()).get().asString().contains("max_user_watches").endsWith(".");
    }
}
