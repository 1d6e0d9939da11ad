package semblance.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

import semblance.app.Start;
import semblance.app.Wiring;
import semblance.app.concurrent.StopSignal;

/// Runs one command.
public final class CommandLineProgram {
    private static final int FAILED = 1;

    private final Function<Start, Wiring> wiring;
    private final Map<String, String> environment;
    private final OutputStream out;
    private final OutputStream err;
    private final HostProcess host;

    /// Makes the program for a process of no interest.
    public CommandLineProgram(Function<Start, Wiring> wiring, Map<String, String> environment, OutputStream out,
            OutputStream err) {
        this(wiring, environment, out, err, HostProcess.none());
    }

    /// Makes the program. Both streams get UTF-8, whatever the terminal's locale says.
    ///
    /// @param wiring called once, when a command needs more than its arguments
    /// @param out    for results
    /// @param err    for progress and messages
    /// @param host   in which it runs
    public CommandLineProgram(Function<Start, Wiring> wiring, Map<String, String> environment, OutputStream out,
            OutputStream err, HostProcess host) {
        this.wiring = wiring;
        this.environment = environment;
        this.out = out;
        this.err = err;
        this.host = host;
    }

    /// Runs a command from its arguments.
    ///
    /// @return exit status: 0 done, 1 failed, 2 wrong usage
    public int run(String... arguments) {
        ResultStream written = new ResultStream(out);
        PrintStream results = new PrintStream(written, false, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        try (StopSignal stop = StopSignal.listen("semblance-stop")) {
            int status = execute(new Session(wiring, environment, results, messages, host, stop), arguments);
            results.flush();
            @Nullable
            IOException lost = written.failure();
            if (lost != null) {
                messages.println("semblance: The results could not be written: " + lost.getMessage() + ".");
                status = FAILED;
            }
            if (stop.given() && status == 0) {
                host.stopped(status);
            }
            return status;
        }
    }

    private static int execute(Session session, String... arguments) {
        Failures failures = new Failures(session);
        CommandLine commands = new CommandLine(new SemblanceCommand(session), new CommandFactory(session));
        commands.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        commands.setExpandAtFiles(false); // "@home" is a query, not a file of arguments
        commands.registerConverter(Path.class, new NamedPath());
        commands.setUsageHelpAutoWidth(true);
        commands.setParameterExceptionHandler(new UsageErrors());
        commands.setExecutionExceptionHandler(failures);
        try {
            return commands.execute(arguments);
        } catch (LinkageError | OutOfMemoryError e) {
            return failures.report(e);
        }
    }
}
