package semblance.model.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/// The provider of the image towers of a process: the one that the user wants or the first that passes its trial, else
/// the CPU. Nothing is tried out before somebody asks, and then only once; a provider that fails later is not used again.
/// Thread-safe.
public final class ProviderChoice {
    private final Supplier<Optional<ExecutionProvider>> wish;
    private final String system;
    private final ProviderTrial trial;
    private final List<Refusal> refusals = new ArrayList<>();
    private Optional<ExecutionProvider> wanted = Optional.empty();
    private @Nullable ExecutionProvider running;
    private volatile List<String> notices = List.of();

    /// Prepares a choice.
    ///
    /// @param wish   gives what the user wants, empty for the first that can be used; asked once, before the trials
    /// @param system this runs on, as `os.name` says it
    public ProviderChoice(Supplier<Optional<ExecutionProvider>> wish, String system, ProviderTrial trial) {
        this.wish = wish;
        this.system = system;
        this.trial = trial;
    }

    /// The CPU, without a trial.
    public static ProviderChoice cpu() {
        return new ProviderChoice(() -> Optional.of(ExecutionProvider.CPU), "", _ -> Optional.empty());
    }

    /// What runs. Takes seconds at the first call.
    public synchronized ExecutionProvider running() {
        ExecutionProvider found = running;
        if (found == null) {
            found = choose();
            running = found;
            ProviderState state = state();
            if (state.notable()) {
                tell(state.line());
            }
        }
        return found;
    }

    /// What runs and why. Takes seconds at the first call.
    public synchronized ProviderState state() {
        return new ProviderState(running(), wanted, refusals.stream().filter(this::concernsUsers).toList());
    }

    /// From now on the CPU runs instead of a provider that was chosen and has failed.
    ///
    /// @param why without the provider's name and without a full stop
    public synchronized void refuse(ExecutionProvider failed, String why) {
        if (running() == failed && failed != ExecutionProvider.CPU) {
            refusals.add(
                    new Refusal(failed, why, "The CPU goes on in its place until Semblance is started again.", true));
            running = ExecutionProvider.CPU;
            tell(state().line());
        }
    }

    /// Has the user told something, once.
    public synchronized void tell(String notice) {
        if (!notices.contains(notice)) {
            notices = Stream.concat(notices.stream(), Stream.of(notice)).toList();
        }
    }

    /// What the user should be told so far, in sentences, the oldest first. Never waits for a trial.
    public List<String> notices() {
        return notices;
    }

    private ExecutionProvider choose() {
        wanted = wish.get();
        for (ExecutionProvider candidate : wanted.map(List::of)
                .orElseGet(() -> ExecutionProvider.automatic(system))) {
            Optional<Refusal> refusal = candidate == ExecutionProvider.CPU
                    ? Optional.empty()
                    : trial.tryOut(candidate);
            if (refusal.isEmpty()) {
                return candidate;
            }
            refusals.add(refusal.get());
        }
        return ExecutionProvider.CPU;
    }

    /// Nobody can do anything about the lack of what no build of the program has.
    private boolean concernsUsers(Refusal refusal) {
        return wanted.isPresent() || refusal.builtIn() || refusal.provider() == ExecutionProvider.CUDA
                || refusal.provider() == ExecutionProvider.CORE_ML;
    }
}
