package semblance.app.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Function;

import semblance.app.Directories;
import semblance.app.Start;
import semblance.app.Wiring;
import semblance.app.concurrent.StopSignal;

/// What commands run with.
///
/// @param wiring      puts the program together for the directories of the command
/// @param environment variables
/// @param out         for results
/// @param err         for progress and messages
/// @param host        the process
/// @param stop        given when the program is to end early
record Session(Function<Start, Wiring> wiring, Map<String, String> environment, PrintStream out,
        PrintStream err, HostProcess host, StopSignal stop) {
    /// Puts the program together.
    Wiring wire(DirectoryOptions options) {
        return wire(options, new ProviderOption());
    }

    /// Puts the program together for a command that encodes pictures.
    Wiring wire(DirectoryOptions options, ProviderOption provider) {
        return wiring.apply(new Start(Directories.of(options.data, options.cache, options.config, environment),
                provider.wanted(environment)));
    }

    /// Tells what there is to tell of what has encoded pictures.
    void tellOf(Wiring wired) {
        wired.provider().notices().forEach(this::tell);
    }

    /// Prints a message. Results printed before it stand before it on a terminal too.
    void tell(String message) {
        out.flush();
        err.println(message);
    }

    /// Whether a line of progress can be written anew.
    boolean watched() {
        return host.isWatched();
    }
}
