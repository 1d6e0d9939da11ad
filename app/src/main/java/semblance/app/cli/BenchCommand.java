package semblance.app.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import semblance.app.bench.BenchPlan;
import semblance.app.bench.Figure;

/// What this machine does.
@Command(name = "bench", description = {"Measures what this machine does: decoding, encoding and searching.",
    "It takes a minute or two. Only files of its own are used; what else runs meanwhile slows it down."}, mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    private final Session session;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Option(names = "--model", paramLabel = "ID", description = "Measures this model instead of the library's.")
    @Nullable
    String model;

    @Option(names = "--skip-reference", description = "Leaves out the random model in the shape of ViT-B/32, for which 600 MB are written among the temporary files.")
    boolean skipReference;

    @Option(names = "--photos", paramLabel = "WIDTH", split = ",", defaultValue = "1600,4000,6000", description = "Widths of the photos to decode, in pixels (default: ${DEFAULT-VALUE}).")
    List<Integer> photos = List.of();

    @Option(names = "--batches", paramLabel = "N", split = ",", defaultValue = "1,2,4,8,16", description = "Pictures to encode at once (default: ${DEFAULT-VALUE}).")
    List<Integer> batches = List.of();

    @Option(names = "--vectors", paramLabel = "N", split = ",", defaultValue = "10000", description = "Photos to search among (default: ${DEFAULT-VALUE}); 100000 take minutes to index.")
    List<Integer> vectors = List.of();

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "0.7", description = "Time for each measurement, if three repetitions do not take longer (default: ${DEFAULT-VALUE}).")
    double seconds;

    @Option(names = "--json", description = "Prints one JSON document a figure.")
    boolean json;

    BenchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        BenchPlan plan = plan();
        // Heeded in time: a repetition takes seconds at most.
        session.stop().heed(() -> {
        });
        try (ScratchDirectory scratch = ScratchDirectory.make("semblance-bench")) {
            boolean done = session.wire(directories, provider).bench(plan, model)
                    .run(scratch.path(), this::print, session::tell, session.stop()::given);
            if (!done) {
                throw new CommandFailure("Stopped.");
            }
            return 0;
        }
    }

    private BenchPlan plan() {
        refuse("--photos", photos, 64, 20_000);
        refuse("--batches", batches, 1, 1024);
        refuse("--vectors", vectors, 1, 2_000_000);
        if (!(seconds >= 0 && seconds <= 3600)) {
            throw wrong("--seconds " + seconds + " is not from 0 to 3600");
        }
        return new BenchPlan(photos, batches,
                Stream.of(1, Runtime.getRuntime().availableProcessors()).distinct().toList(),
                skipReference ? List.of() : List.of(BenchPlan.VIT_B_32), vectors,
                Duration.ofNanos((long) (seconds * 1e9)));
    }

    private void refuse(String option, List<Integer> numbers, int least, int most) {
        for (int number : numbers) {
            if (number < least || number > most) {
                throw wrong(option + " " + number + " is not from " + least + " to " + most);
            }
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    /// At once, for the next figure may take a while.
    private void print(Figure figure) {
        if (json) {
            new JsonLines(session.out()).print(figure);
        } else {
            session.out().println(FigureLine.of(figure));
        }
        session.out().flush();
    }
}
