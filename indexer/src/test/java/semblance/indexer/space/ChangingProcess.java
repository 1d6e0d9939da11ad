package semblance.indexer.space;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.testing.TwoModels;

/// A program that goes on with a change of the model and is taken away at a certain moment, with nothing tidied up.
final class ChangingProcess {
    static final int KILLED = 9;

    private ChangingProcess() {
    }

    /// Runs it to its end.
    ///
    /// @param stage at which it ends
    /// @param times how often it has to have come there
    /// @return its exit status; 0 if it came to an orderly end before
    static int run(LibraryLocation location, Stage stage, int times, Path log)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(java, "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), ChangingProcess.class.getName(), location.data().toString(),
                location.cache().toString(), stage.name(), Integer.toString(times));
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    }

    /// Runs it: data, cache, stage, times.
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        LibraryLocation location = new LibraryLocation(Path.of(arguments[0]), Path.of(arguments[1]));
        Stage end = Stage.valueOf(arguments[2]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[3]));
        StageObserver deadly = stage -> {
            if (stage == end && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
            return () -> {
            };
        };
        try (PhotoLibrary library = PhotoLibrary.open(location, new TwoModels(), deadly, Clock.systemUTC())) {
            var _ = library.indexing().start(library.folders().all()).result().get();
        }
    }
}
