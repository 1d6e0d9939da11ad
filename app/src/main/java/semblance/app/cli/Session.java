package semblance.app.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;

import semblance.app.Directories;
import semblance.app.Wiring;

/// What commands run with.
///
/// @param wiring      puts the program together for the directories of the command
/// @param environment variables
/// @param out         for results
/// @param err         for progress and messages
record Session(Function<Directories, Wiring> wiring, Map<String, String> environment, PrintStream out,
        PrintStream err) {
    /// Puts the program together.
    Wiring wire(DirectoryOptions options) {
        return wiring.apply(Directories.of(options.data, options.cache, options.config, environment));
    }

    /// Whether standard error is a terminal. Only the launcher can tell: Java knows of input and output alone.
    boolean watched() {
        return Boolean.getBoolean("semblance.terminal");
    }
}
