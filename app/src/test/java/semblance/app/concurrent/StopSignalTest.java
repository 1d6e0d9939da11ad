package semblance.app.concurrent;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StopSignalTest {
    @Test
    void workIsToldOnceAndTheEndWaitsUntilItHasStopped() throws Exception {
        AtomicInteger told = new AtomicInteger();
        CompletableFuture<Boolean> heard = new CompletableFuture<>();
        CompletableFuture<Void> end;
        try (StopSignal signal = StopSignal.listen("test-stop")) {
            signal.heed(() -> {
                told.incrementAndGet();
                heard.complete(true);
            });
            assertThat(signal.given()).isFalse();
            end = CompletableFuture.runAsync(signal::give);
            heard.get(10, TimeUnit.SECONDS);
            assertThat(signal.given()).isTrue();
            assertThat(end).isNotDone();
        }
        end.get(10, TimeUnit.SECONDS);
        assertThat(told).hasValue(1);
    }

    @Test
    void whoComesTooLateIsToldAtOnce() {
        try (StopSignal signal = StopSignal.listen("test-stop")) {
            signal.give();
            AtomicInteger told = new AtomicInteger();

            signal.heed(told::incrementAndGet);

            assertThat(told).hasValue(1);
        }
    }

    @Test
    void whereNobodyHeedsItNothingWaits() {
        try (StopSignal signal = StopSignal.listen("test-stop")) {
            signal.give();

            assertThat(signal.given()).isTrue();
        }
    }
}
