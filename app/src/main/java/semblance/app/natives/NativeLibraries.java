package semblance.app.natives;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells libraries where to unpack their native code, and unpacks that of two of them: left alone, ONNX Runtime and
/// SQLite write theirs into the directory for temporary files at every start, which takes time and leaves 29 MB there
/// when the program is killed.
public final class NativeLibraries {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);

    /// Of builds for graphics cards. ONNX Runtime looks for them beside itself.
    private static final List<String> PROVIDERS = List.of("onnxruntime_providers_shared", "onnxruntime_providers_cuda",
            "onnxruntime_providers_tensorrt");

    private final Path directory;
    private final Platform platform;

    /// Prepares for the platform this runs on.
    ///
    /// @param directory made when something is unpacked
    public NativeLibraries(Path directory) {
        this(directory, Platform.current());
    }

    NativeLibraries(Path directory, Platform platform) {
        this.directory = directory;
        this.platform = platform;
    }

    /// Unpacks what is not there yet and sets the system properties by which the libraries find it. Where that fails the
    /// libraries unpack their own way.
    public void provide() {
        System.setProperty("org.bytedeco.javacpp.cachedir", directory.resolve("javacpp").toString());
        System.setProperty("DJL_CACHE_DIR", directory.resolve("djl").toString());
        System.setProperty("jna.tmpdir", directory.resolve("jna").toString());
        provide("onnxruntime.native.path", "/ai/onnxruntime/native/" + platform.onnxRuntime(),
                List.of("onnxruntime", "onnxruntime4j_jni"), PROVIDERS);
        provide("org.sqlite.lib.path", "/org/sqlite/native/" + platform.sqlite(), List.of("sqlitejdbc"), List.of());
    }

    private void provide(String property, String resources, List<String> libraries, List<String> ifThere) {
        System.clearProperty(property);
        try {
            Optional<Path> place = Optional.empty();
            for (String library : libraries) {
                String file = System.mapLibraryName(library);
                place = unpack(resources + "/" + file, file);
                if (place.isEmpty()) {
                    return;
                }
            }
            for (String library : ifThere) {
                String file = System.mapLibraryName(library);
                unpack(resources + "/" + file, file);
            }
            place.ifPresent(path -> System.setProperty(property, path.toString()));
        } catch (IOException e) {
            LOG.debug("the code in {} is unpacked by its own library", resources, e);
        }
    }

    /// Unpacks a file into a directory named after its jar, and with it after its version.
    private Optional<Path> unpack(String resource, String file) throws IOException {
        URL url = NativeLibraries.class.getResource(resource);
        if (url == null || !(url.openConnection() instanceof JarURLConnection jar)) {
            return Optional.empty();
        }
        String name = jar.getJarFileURL().getPath();
        Path place = directory.resolve(name.substring(name.lastIndexOf('/') + 1));
        Path target = place.resolve(file);
        if (Files.notExists(target) || Files.size(target) != jar.getContentLengthLong()) {
            Files.createDirectories(place);
            Path half = Files.createTempFile(place, file, null);
            try (InputStream in = jar.getInputStream()) {
                Files.copy(in, half, StandardCopyOption.REPLACE_EXISTING);
                // Another start may be doing the same: each moves a whole file into place.
                Files.move(half, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        }
        return Optional.of(place);
    }
}
