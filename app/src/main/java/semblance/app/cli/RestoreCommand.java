package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Goes back to a backup.
@Command(name = "restore", description = "Goes back to a backup of what Semblance knows of your photos.", mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
    "What is replaced is kept beside it. Run semblance index afterwards: it finds what",
    "has changed since, and encodes only photos that the backup does not know."})
final class RestoreCommand implements Callable<Integer> {
    /// The JSON document of a restoration; stable from release to release.
    ///
    /// @param replaced where the catalog is that was replaced, null if there was none
    record RestoredDocument(String path, @Nullable String replaced) {
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(paramLabel = "FILE", description = "The backup.")
    Path file = Path.of("");

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path backup = file.toAbsolutePath().normalize();
        Path kept = session.wire(directories).restore(backup);
        Optional<Path> replaced = Optional.of(kept).filter(path -> !path.equals(backup));
        if (json) {
            new JsonLines(session.out()).print(
                    new RestoredDocument(backup.toString(), replaced.map(Path::toString).orElse(null)));
        } else {
            session.out().println("Restored from " + OneLine.of(backup) + "."
                    + replaced.map(path -> " What was there is kept in " + OneLine.of(path) + ".").orElse("")
                    + " Run semblance index to find what has changed since.");
        }
        return 0;
    }
}
