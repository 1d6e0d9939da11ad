package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Copies the library's catalog.
@Command(name = "backup", description = "Copies what Semblance knows of your photos into a file.", mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
    "The file holds folders, tags, failures and embeddings; your photos are not in it.",
    "It can be made while the window is open or photos are being indexed."})
final class BackupCommand implements Callable<Integer> {
    /// The JSON document of a backup; stable from release to release.
    record BackupDocument(String path, long bytes) {
    }

    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(paramLabel = "FILE", description = "The file to make.")
    Path file = Path.of("");

    @Option(names = "--force", description = "Replaces a file that is there already.")
    boolean force;

    @Option(names = "--json", description = "Prints one JSON document.")
    boolean json;

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        Path target = file.toAbsolutePath().normalize();
        if (Files.isDirectory(target)) {
            throw new CommandFailure(target + " is a folder. Name the file to make in it.");
        }
        if (Files.exists(target) && !force) {
            throw new CommandFailure(target + " is there already. Name another file, or replace it with --force.");
        }
        if (target.getParent() != null && !Files.isDirectory(target.getParent())) {
            throw new CommandFailure("There is no folder " + target.getParent() + ". Make it, or name another.");
        }
        session.wire(directories).backUp(target);
        long bytes = Files.size(target);
        if (json) {
            new JsonLines(session.out()).print(new BackupDocument(target.toString(), bytes));
        } else {
            session.out().println("Backed up to " + OneLine.of(target) + ". It comes back with: semblance restore \""
                    + OneLine.of(target) + "\"");
        }
        return 0;
    }
}
