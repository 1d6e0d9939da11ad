package semblance.app.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// The twin of [BackgroundTasks] for tests: work is done at once, on the thread that asks for it. Time passes when the
/// test says so.
public final class SameThreadTasks implements TaskRunner {
    private final List<Timer> timers = new ArrayList<>();

    private record Timer(Duration delay, Runnable action) {
    }

    /// Whether what was started is still wanted.
    private static final class Wanted implements Cancellation {
        private boolean cancelled;

        @Override
        public void cancel() {
            cancelled = true;
        }
    }

    @Override
    public <T> Cancellation run(Callable<T> work, Consumer<? super T> onResult,
            Consumer<? super Exception> onFailure) {
        T result;
        try {
            result = work.call();
        } catch (Exception e) { // handed on, as in the background
            onFailure.accept(e);
            return Cancellation.NONE;
        }
        onResult.accept(result);
        return Cancellation.NONE;
    }

    @Override
    public Cancellation after(Duration delay, Runnable action) {
        Wanted wanted = new Wanted();
        timers.add(new Timer(delay, () -> {
            if (!wanted.cancelled) {
                action.run();
            }
        }));
        return wanted;
    }

    /// Lets time pass.
    ///
    /// @param time at least the delay of what is to happen
    public void pass(Duration time) {
        List<Timer> due = timers.stream().filter(timer -> timer.delay().compareTo(time) <= 0).toList();
        timers.removeAll(due);
        due.forEach(timer -> timer.action().run());
    }
}
