package semblance.app.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CaptionFileTest {
    @TempDir
    Path directory;

    private Path table(String text) throws IOException {
        return Files.writeString(directory.resolve("captions.tsv"), text);
    }

    @Test
    void aLineIsAFileAndACaptionWhichMayHoldTabs() throws Exception {
        assertThat(CaptionFile.read(table("a/1.jpg\t A dog .\nb.jpg\ttwo\tparts\r\n\nb.jpg\tünïcode\n")))
                .containsExactly(new Caption("a/1.jpg", "A dog ."), new Caption("b.jpg", "two\tparts"),
                        new Caption("b.jpg", "ünïcode"));
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstName() throws Exception {
        assertThat(CaptionFile.read(table("\ufeffa.jpg\tA dog"))).containsExactly(new Caption("a.jpg", "A dog"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.jpg a dog", "a.jpg\t", "a.jpg\t  ", "\ta dog"})
    void theFirstWrongLineIsNamed(String line) throws IOException {
        Path table = table("good.jpg\ta cat\n\n" + line + "\nalso wrong");

        assertThatThrownBy(() -> CaptionFile.read(table)).isInstanceOf(CaptionsException.class)
                .hasMessage("Line 3 of " + table + " is not a file name, a tab and a caption.");
    }

    @Test
    void anotherEncodingIsToldWithTheRemedy() throws IOException {
        Path table = directory.resolve("latin.tsv");
        Files.write(table, "a.jpg\tein Häuschen".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CaptionFile.read(table)).isInstanceOf(CaptionsException.class)
                .hasMessage(table + " is not UTF-8 text. Save it as UTF-8.");
    }

    @Test
    void aTableWithoutCaptionsAFolderAndAMissingFileAreToldApart() throws IOException {
        Path empty = table("\n\n");

        assertThatThrownBy(() -> CaptionFile.read(empty)).isInstanceOf(CaptionsException.class)
                .hasMessageContaining("There is no caption in " + empty);
        assertThatThrownBy(() -> CaptionFile.read(directory)).isInstanceOf(CaptionsException.class)
                .hasMessageContaining(directory + " is a folder");
        assertThatThrownBy(() -> CaptionFile.read(directory.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }
}
