package semblance.indexer.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/// No more files at a time than the bound, and the end is told when all have left.
class InFlightTest {
    private static final int BOUND = 5;
    private static final int FILES = 20_000;

    @Test
    void neverMoreThanTheBoundAndNoneAtTheEnd() throws InterruptedException {
        InFlight inFlight = new InFlight(BOUND);
        BlockingQueue<Integer> entered = new LinkedBlockingQueue<>();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        AtomicInteger left = new AtomicInteger();
        List<Thread> leavers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread leaver = new Thread(() -> {
                try {
                    while (entered.take() >= 0) {
                        now.decrementAndGet();
                        left.incrementAndGet();
                        inFlight.leave();
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }, "test-leave-" + i);
            leaver.start();
            leavers.add(leaver);
        }
        for (int i = 0; i < FILES; i++) {
            inFlight.enter();
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            entered.add(i);
        }
        inFlight.awaitNone();
        assertThat(left).hasValue(FILES);
        assertThat(most).hasValueBetween(1, BOUND);
        leavers.forEach(_ -> entered.add(-1));
        for (Thread leaver : leavers) {
            leaver.join();
        }
    }

    @Test
    void theEndIsNotToldWhileOneIsInside() throws InterruptedException {
        InFlight inFlight = new InFlight(BOUND);
        inFlight.enter();
        AtomicBoolean told = new AtomicBoolean();
        Thread waiting = new Thread(() -> {
            inFlight.awaitNone();
            told.set(true);
        }, "test-await");
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(told).isFalse();
        inFlight.leave();
        waiting.join();
        assertThat(told).isTrue();
    }

    @Test
    void whoIsInterruptedWhileWaitingIsCancelledAndTakesNoPlace() throws InterruptedException {
        InFlight inFlight = new InFlight(1);
        inFlight.enter();
        AtomicReference<Object> ended = new AtomicReference<>("not ended");
        Thread waiting = new Thread(() -> {
            try {
                inFlight.enter();
            } catch (CancellationException e) {
                ended.set(Thread.currentThread().isInterrupted());
            }
        }, "test-enter");
        waiting.start();
        waiting.interrupt();
        waiting.join();
        assertThat(ended).hasValue(true);
        inFlight.leave();
        inFlight.awaitNone();
    }
}
