package semblance.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import semblance.app.instance.StartRequest;
import semblance.app.window.NoDisplayException;
import semblance.app.window.WindowProgram;

/// The program as a whole.
@Command(name = "semblance", description = "Finds your own photos by what they show, on your own machine.", subcommands = {
    IndexCommand.class, SearchCommand.class, SimilarCommand.class, TagCommand.class, StatusCommand.class,
    FoldersCommand.class, FailuresCommand.class, ModelsCommand.class, BackupCommand.class, RestoreCommand.class,
    EvalCommand.class, BenchCommand.class, DoctorCommand.class,
    RehearseCommand.class}, mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, footerHeading = "%n", footer = {
        "Without a command the window opens. To begin in a terminal:", "  semblance index ~/Pictures",
        "  semblance search \"a dog running on the beach\""})
final class SemblanceCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Parameters(paramLabel = "FOLDER", arity = "0..*", description = "Folders with photos, for the window to add to the library.")
    List<Path> folders = List.of();

    @Option(names = "--search", paramLabel = "QUERY", description = "Searches for this in the window.")
    @Nullable
    String query;

    @Spec
    @Nullable
    CommandSpec spec;

    SemblanceCommand(Session session) {
        this.session = session;
    }

    /// Opens the window.
    @Override
    public Integer call() {
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw unknown(folder);
            }
        }
        StartRequest request = new StartRequest(
                folders.stream().map(Path::toAbsolutePath).map(Path::normalize).toList(), query);
        try {
            if (session.wire(directories, provider).window().run(request,
                    session.stop()::heed) == WindowProgram.Outcome.HANDED_OVER) {
                session.tell("The window of this library is open already; it has come to the front.");
            }
            return 0;
        } catch (NoDisplayException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /// A word may be a mistyped command, a path is a folder that is not there.
    private RuntimeException unknown(Path folder) {
        if (spec != null && folder.getNameCount() == 1 && !folder.isAbsolute()) {
            return new UnmatchedArgumentException(spec.commandLine(), List.of(folder.toString()));
        }
        return new IllegalArgumentException("There is no folder " + folder + ". Check the name, or plug in its drive.");
    }
}
