package semblance.indexer.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Never more bytes at a time than there are, and nobody waits for ever.
class ByteBudgetTest {
    private static final long BUDGET = 1 << 20;

    @Test
    void noMoreIsTakenThanThereIs() throws InterruptedException {
        long seed = Seed.next("ByteBudgetTest").value();
        ByteBudget budget = new ByteBudget(BUDGET);
        AtomicLong taken = new AtomicLong();
        AtomicLong most = new AtomicLong();
        AtomicInteger done = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Random random = new Random(seed + i);
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 2000; n++) {
                    // Now and then more than there is: that one is alone.
                    long bytes = random.nextInt(50) == 0 ? 10 * BUDGET : random.nextInt((int) BUDGET / 3);
                    try (var _ = budget.take(bytes)) {
                        most.accumulateAndGet(taken.addAndGet(Math.min(bytes, BUDGET)), Math::max);
                        if (random.nextInt(20) == 0) {
                            Thread.onSpinWait();
                        }
                        taken.addAndGet(-Math.min(bytes, BUDGET));
                    }
                    done.incrementAndGet();
                }
            }, "test-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done).hasValue(8 * 2000);
        assertThat(taken).hasValue(0);
        assertThat(most).hasValueLessThanOrEqualTo(BUDGET).hasValueGreaterThan(BUDGET / 3);
        budget.take(BUDGET).close();
    }

    @Test
    void nothingAndHugeAmountsAreTaken() {
        ByteBudget budget = new ByteBudget(1);
        budget.take(0).close();
        budget.take(Long.MAX_VALUE).close();
        new ByteBudget(Long.MAX_VALUE).take(Long.MAX_VALUE).close();
    }

    @Test
    void whoIsInterruptedWhileWaitingIsCancelled() throws InterruptedException {
        ByteBudget budget = new ByteBudget(BUDGET);
        AtomicReference<Object> ended = new AtomicReference<>("not ended");
        try (var _ = budget.take(BUDGET)) {
            Thread waiting = new Thread(() -> {
                try {
                    budget.take(1).close();
                } catch (CancellationException e) {
                    ended.set(Thread.currentThread().isInterrupted());
                }
            }, "test-waiting");
            waiting.start();
            waiting.interrupt();
            waiting.join();
        }
        assertThat(ended).hasValue(true);
        budget.take(BUDGET).close();
    }
}
