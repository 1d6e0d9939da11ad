package semblance.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import semblance.app.cli.CommandLineProgram;

/// Where the program starts.
public final class Main {
    private Main() {
    }

    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        int status = new CommandLineProgram(Wiring::new, System.getenv(), out, err).run(args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /// Paths and captions are UTF-8 whatever the terminal's locale says; a buffer, for a search may list thousands.
    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
