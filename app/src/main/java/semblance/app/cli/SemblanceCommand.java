package semblance.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program as a whole.
@Command(name = "semblance", description = "Finds your own photos by what they show, on your own machine.", subcommands = {
    IndexCommand.class, SearchCommand.class, SimilarCommand.class, TagCommand.class, StatusCommand.class,
    FailuresCommand.class, EvalCommand.class,
    DoctorCommand.class}, mixinStandardHelpOptions = true, versionProvider = ProgramVersion.class, footerHeading = "%n", footer = {
        "To begin:", "  semblance index ~/Pictures", "  semblance search \"a dog running on the beach\""})
final class SemblanceCommand implements Runnable {
    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "Which command? The window is not there yet");
        }
    }
}
