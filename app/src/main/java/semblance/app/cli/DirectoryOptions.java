package semblance.app.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of every command that works on a library.
final class DirectoryOptions {
    @Option(names = "--data", paramLabel = "DIR", converter = DirectoryPath.class, description = "Keeps catalog and index there (or SEMBLANCE_DATA).")
    @Nullable
    Path data;

    @Option(names = "--cache", paramLabel = "DIR", converter = DirectoryPath.class, description = "Keeps thumbnails and native code there (or SEMBLANCE_CACHE).")
    @Nullable
    Path cache;

    @Option(names = "--config", paramLabel = "DIR", converter = DirectoryPath.class, description = "Keeps settings there (or SEMBLANCE_CONFIG).")
    @Nullable
    Path config;
}
