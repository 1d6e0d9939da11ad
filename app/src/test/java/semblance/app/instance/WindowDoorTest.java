package semblance.app.instance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.concurrent.DaemonThreads;

import static org.assertj.core.api.Assertions.assertThat;

class WindowDoorTest {
    private final List<StartRequest> visits = Collections.synchronizedList(new ArrayList<>());
    private final StartRequest request = new StartRequest(
            List.of(Path.of("/photos/with \"quotes\" and é"), Path.of("/second\nline")), "a dog\nin the snow");

    @TempDir
    private Path data;

    @Test
    void aRequestArrivesAsItWas() throws IOException {
        try (var _ = open(data)) {
            assertThat(new RunningWindow(data).accepts(request)).isTrue();
            assertThat(new RunningWindow(data).accepts(new StartRequest(List.of(), null))).isTrue();
        }

        assertThat(visits).containsExactly(request, new StartRequest(List.of(), null));
    }

    @Test
    void nobodyIsThereWithoutAWindowAndAfterIt() throws IOException {
        assertThat(new RunningWindow(data).accepts(request)).isFalse();
        open(data).close();

        assertThat(new RunningWindow(data).accepts(request)).isFalse();
    }

    @Test
    void aWindowThatIsEndingTakesNothing() throws IOException {
        try (var _ = WindowDoor.open(data, DaemonThreads.named("test-door"), _ -> false)) {
            assertThat(new RunningWindow(data).accepts(request)).isFalse();
        }
    }

    @Test
    void whatAKilledWindowLeftDoesNotKeepTheNextFromOpening() throws IOException {
        Path socket = SocketAddressFile.of(data).path();
        Files.createDirectories(socket.getParent());
        Files.createFile(socket);

        assertThat(new RunningWindow(data).accepts(request)).isFalse();
        try (var _ = open(data)) {
            assertThat(new RunningWindow(data).accepts(request)).isTrue();
        }
    }

    @Test
    void aDirectoryTooDeepForASocketHasItsDoorElsewhere() throws IOException {
        Path deep = Files.createDirectories(data.resolve("a folder with a long name/".repeat(6)));
        try (var _ = open(deep)) {
            assertThat(new RunningWindow(deep).accepts(request)).isTrue();
            assertThat(new RunningWindow(data).accepts(request)).isFalse();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheUserMayKnock() throws IOException {
        try (var _ = open(data)) {
            assertThat(Files.getPosixFilePermissions(SocketAddressFile.of(data).path().getParent()))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE);
        }
    }

    private WindowDoor open(Path directory) throws IOException {
        return WindowDoor.open(directory, DaemonThreads.named("test-door"), visits::add);
    }
}
