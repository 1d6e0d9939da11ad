package semblance.app.natives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NativeLibrariesTest {
    private static final String ONNX_RUNTIME = "onnxruntime.native.path";
    private static final String SQLITE = "org.sqlite.lib.path";

    @TempDir
    Path directory;

    private final Properties before = new Properties();

    @BeforeEach
    void remember() {
        before.putAll(System.getProperties());
    }

    @AfterEach
    void restore() {
        System.setProperties(before);
    }

    @Test
    void bothLibrariesFindTheirCodeWhole() throws IOException {
        new NativeLibraries(directory).provide();

        Path onnx = Path.of(System.getProperty(ONNX_RUNTIME));
        assertThat(onnx).isDirectory().startsWith(directory);
        assertThat(onnx.resolve(System.mapLibraryName("onnxruntime"))).isRegularFile();
        assertThat(onnx.resolve(System.mapLibraryName("onnxruntime4j_jni"))).isRegularFile();
        assertThat(Path.of(System.getProperty(SQLITE)).resolve(System.mapLibraryName("sqlitejdbc"))).isRegularFile();
        assertThat(names()).as("nothing half is left").noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void whatIsThereIsNotUnpackedAgain() throws IOException {
        new NativeLibraries(directory).provide();
        Path library = Path.of(System.getProperty(ONNX_RUNTIME)).resolve(System.mapLibraryName("onnxruntime4j_jni"));
        FileTime past = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(library, past);

        new NativeLibraries(directory).provide();

        assertThat(Files.getLastModifiedTime(library)).isEqualTo(past);
    }

    @Test
    void whatWasCutShortIsUnpackedAgain() throws IOException {
        new NativeLibraries(directory).provide();
        Path library = Path.of(System.getProperty(SQLITE)).resolve(System.mapLibraryName("sqlitejdbc"));
        long size = Files.size(library);
        Files.write(library, new byte[1000]);

        new NativeLibraries(directory).provide();

        assertThat(library).hasSize(size);
    }

    @Test
    void whereItCannotBeUnpackedTheLibrariesDoItThemselves() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        new NativeLibraries(file.resolve("native")).provide();

        assertThat(System.getProperties()).doesNotContainKeys(ONNX_RUNTIME, SQLITE);
    }

    @Test
    void ofAnUnknownPlatformNothingIsUnpacked() {
        new NativeLibraries(directory, new Platform("mars-x64", "Mars/x86_64")).provide();

        assertThat(directory).isEmptyDirectory();
        assertThat(System.getProperties()).doesNotContainKeys(ONNX_RUNTIME, SQLITE);
    }

    @ParameterizedTest
    @CsvSource({"Linux, amd64, linux-x64, Linux/x86_64", "Linux, aarch64, linux-aarch64, Linux/aarch64",
        "Mac OS X, aarch64, osx-aarch64, Mac/aarch64", "Windows 11, amd64, win-x64, Windows/x86_64"})
    void everySupportedPlatformHasBothInTheirJars(String system, String processor, String onnxRuntime, String sqlite) {
        Platform platform = Platform.of(system, processor);

        assertThat(platform).isEqualTo(new Platform(onnxRuntime, sqlite));
        Map<String, String> suffixes = Map.of("Linux", ".so", "Mac OS X", ".dylib", "Windows 11", ".dll");
        String prefix = system.startsWith("Windows") ? "" : "lib";
        for (String resource : List.of("/ai/onnxruntime/native/" + onnxRuntime + "/" + prefix + "onnxruntime",
                "/ai/onnxruntime/native/" + onnxRuntime + "/" + prefix + "onnxruntime4j_jni",
                "/org/sqlite/native/" + sqlite + "/" + prefix + "sqlitejdbc")) {
            assertThat(NativeLibraries.class.getResource(resource + suffixes.get(system))).as(resource).isNotNull();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toString).toList();
        }
    }
}
