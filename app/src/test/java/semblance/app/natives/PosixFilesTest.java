package semblance.app.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EnabledOnOs({OS.LINUX, OS.MAC})
class PosixFilesTest {
    @TempDir
    Path directory;

    private final PosixFiles files = new PosixFiles();

    @Test
    void writingGoesToTheEndOfWhatIsThere() throws IOException {
        Path file = Files.writeString(directory.resolve("é.log"), "before ");

        byte[] bytes = "-it was é-".getBytes(UTF_8);
        files.write(files.openAtEnd(file), bytes, 1, bytes.length - 2);

        assertThat(file).content().isEqualTo("before it was é");
    }

    @Test
    void anExchangedDescriptorRefersToTheOtherFileAndItsCopyToTheOldOne() throws IOException {
        Path first = directory.resolve("first");
        Path second = directory.resolve("second");
        int descriptor = files.openAtEnd(first);
        int copy = files.copy(descriptor);

        files.exchange(descriptor, files.openAtEnd(second));
        files.write(descriptor, new byte[]{'n', 'e', 'w'}, 0, 3);
        files.write(copy, new byte[]{'o', 'l', 'd'}, 0, 3);

        assertThat(first).content().isEqualTo("old");
        assertThat(second).content().isEqualTo("new");
    }

    @Test
    void whatTheSystemRefusesIsAnException() {
        assertThatThrownBy(() -> files.openAtEnd(directory.resolve("none/file"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> files.write(9999, new byte[]{1}, 0, 1)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> files.copy(9999)).isInstanceOf(IOException.class);
    }
}
