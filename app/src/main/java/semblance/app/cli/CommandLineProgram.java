package semblance.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

import picocli.CommandLine;

import semblance.app.Directories;
import semblance.app.Wiring;

/// Runs one command.
public final class CommandLineProgram {
    private final Function<Directories, Wiring> wiring;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /// Makes the program.
    ///
    /// @param wiring called once, when a command needs more than its arguments
    /// @param out    for results
    /// @param err    for progress and messages
    public CommandLineProgram(Function<Directories, Wiring> wiring, Map<String, String> environment, PrintStream out,
            PrintStream err) {
        this.wiring = wiring;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /// Runs a command from its arguments.
    ///
    /// @return exit status: 0 done, 1 failed, 2 wrong usage
    public int run(String... arguments) {
        Session session = new Session(wiring, environment, out, err);
        CommandLine commands = new CommandLine(new SemblanceCommand(session), new CommandFactory(session));
        commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        commands.setExpandAtFiles(false); // "@home" is a query, not a file of arguments
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setUsageHelpAutoWidth(true);
        commands.setExecutionExceptionHandler(new Failures());
        commands.getSubcommands().values().forEach(command -> command.setExecutionExceptionHandler(new Failures()));
        return commands.execute(arguments);
    }
}
