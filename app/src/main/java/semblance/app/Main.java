package semblance.app;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.slf4j.LoggerFactory;

import semblance.app.cli.CommandLineProgram;
import semblance.app.cli.HostProcess;
import semblance.app.doctor.Diagnosis;
import semblance.app.natives.StandardError;
import semblance.app.natives.StandardInput;

/// Where the program starts.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        StandardError err = new StandardError();
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> tell(err, thread, error));
        int status = new CommandLineProgram(
                start -> new Wiring(start, () -> err.divertNatives(start.directories().nativeLog())),
                System.getenv(), out, err, host(err)).run(args);
        System.exit(status);
    }

    private static HostProcess host(StandardError err) {
        return new HostProcess() {
            // The property says so where a test stands for a terminal.
            @Override
            public boolean isWatched() {
                return Boolean.getBoolean("semblance.terminal") || err.isTerminal();
            }

            @Override
            public Optional<String> answer() {
                return StandardInput.isTerminal()
                        ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines()
                                .findFirst()
                        : Optional.empty();
            }

            @Override
            public void stopped(int status) {
                Runtime.getRuntime().halt(status);
            }
        };
    }

    /// Java would print a stack trace.
    private static void tell(OutputStream err, Thread thread, Throwable error) {
        LoggerFactory.getLogger(Main.class).error("{} broke off", thread.getName(), error);
        new PrintStream(err, true, StandardCharsets.UTF_8).println("semblance: " + Diagnosis.of(error).sentence());
    }
}
