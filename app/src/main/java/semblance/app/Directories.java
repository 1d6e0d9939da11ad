package semblance.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.dirs.ProjectDirectories;
import org.jspecify.annotations.Nullable;

import semblance.indexer.LibraryLocation;

/// Where Semblance keeps its files: where the user says, else where the environment says, else in the platform's own
/// places. All paths are absolute; nothing is made or looked at.
///
/// @param data   catalog, index, models
/// @param cache  thumbnails, unpacked native libraries
/// @param config settings
/// @param state  log files; beside the data where those are not in their own place
public record Directories(Path data, Path cache, Path config, Path state) {
    /// Finds them.
    ///
    /// @param data        named by the user, or null
    /// @param cache       named by the user, or null
    /// @param config      named by the user, or null
    /// @param environment variables
    /// @throws java.nio.file.InvalidPathException if a variable holds no path
    public static Directories of(@Nullable Path data, @Nullable Path cache, @Nullable Path config,
            Map<String, String> environment) {
        ProjectDirectories platform = ProjectDirectories.from("io.github", "", "semblance");
        Path dataDirectory = choose(data, environment.get("SEMBLANCE_DATA"), platform.dataDir);
        return new Directories(dataDirectory, choose(cache, environment.get("SEMBLANCE_CACHE"), platform.cacheDir),
                choose(config, environment.get("SEMBLANCE_CONFIG"), platform.configDir),
                dataDirectory.equals(absolute(Path.of(platform.dataDir)))
                        ? state(environment, platform.dataLocalDir)
                        : dataDirectory.resolve("log"));
    }

    private static Path choose(@Nullable Path named, @Nullable String inEnvironment, String ofPlatform) {
        return absolute(Optional.ofNullable(named)
                .or(() -> Optional.ofNullable(inEnvironment).filter(text -> !text.isBlank()).map(Path::of))
                .orElseGet(() -> Path.of(ofPlatform)));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /// The XDG rules have a place for logs, which the library for the others does not know.
    private static Path state(Map<String, String> environment, String localData) {
        String xdg = environment.get("XDG_STATE_HOME");
        if (xdg != null && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg, "semblance");
        }
        String home = environment.get("HOME");
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        return linux && home != null ? Path.of(home, ".local", "state", "semblance") : Path.of(localData, "log");
    }

    public LibraryLocation library() {
        return new LibraryLocation(data, cache);
    }

    /// Where libraries unpack their native code.
    public Path natives() {
        return cache.resolve("native");
    }

    /// Where native code's own messages go.
    public Path nativeLog() {
        return state.resolve("native.log");
    }
}
