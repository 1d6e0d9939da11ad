package semblance.indexer.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Nothing is lost, doubled or turned round on its way through a mailbox.
class MailboxTest {
    private static final int SENDERS = 6;
    private static final int ITEMS = 5_000;
    private static final int BATCH = 8;

    private final SingleThread executor = new SingleThread("test-worker");

    @AfterEach
    void endThread() {
        executor.close();
    }

    private record Item(int sender, int number) {
    }

    @Test
    void everyItemArrivesOnceAndInItsSendersOrder() throws InterruptedException {
        long seed = Seed.next("MailboxTest").value();
        List<Item> arrived = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger largest = new AtomicInteger();
        CountDownLatch left = new CountDownLatch(SENDERS * ITEMS);
        Mailbox<Item> box = new Mailbox<>(executor, 16, () -> BATCH, Duration.ofNanos(1000), batch -> {
            largest.accumulateAndGet(batch.size(), Math::max);
            arrived.addAll(batch);
            batch.forEach(_ -> left.countDown());
        });
        List<Thread> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int own = sender;
            Random random = new Random(seed + sender);
            Thread thread = new Thread(() -> {
                for (int number = 0; number < ITEMS; number++) {
                    box.put(new Item(own, number));
                    if (random.nextInt(10) == 0) {
                        Thread.onSpinWait();
                    }
                }
            }, "test-sender-" + sender);
            thread.start();
            senders.add(thread);
        }
        for (Thread sender : senders) {
            sender.join();
        }
        left.await();
        assertThat(arrived).hasSize(SENDERS * ITEMS);
        assertThat(largest).hasValueBetween(1, BATCH);
        for (int sender = 0; sender < SENDERS; sender++) {
            int own = sender;
            assertThat(arrived.stream().filter(item -> item.sender() == own).map(Item::number).toList())
                    .isSorted().hasSize(ITEMS);
        }
    }

    @Test
    void sendersWaitWhileTheBoxIsFull() throws InterruptedException {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch all = new CountDownLatch(10);
        AtomicInteger sent = new AtomicInteger();
        executor.execute(() -> await(open));
        Mailbox<Integer> box = new Mailbox<>(executor, 3, () -> BATCH, Duration.ZERO,
                batch -> batch.forEach(_ -> all.countDown()));
        Thread sender = new Thread(() -> {
            for (int i = 0; i < 10; i++) {
                box.put(i);
                sent.incrementAndGet();
            }
        }, "test-sender");
        sender.start();
        while (sender.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThat(sent).hasValue(3);
        open.countDown();
        sender.join();
        all.await();
    }

    @Test
    void otherWorkHasItsTurnBetweenBatches() {
        List<Object> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        Mailbox<Integer> box = new Mailbox<>(executor, 100, () -> 2, Duration.ZERO, batch -> {
            started.countDown();
            await(open);
            order.addAll(batch);
        });
        for (int i = 0; i < 20; i++) {
            box.put(i);
        }
        await(started);
        executor.execute(() -> order.add("other"));
        open.countDown();
        while (executor.call(order::size) < 21) {
            Thread.onSpinWait();
        }
        assertThat(order).as("not after all of them").doesNotContainSequence(19, "other").contains("other");
    }

    @Test
    void aBatchThatFailsTakesNoOtherWithIt() {
        List<Integer> arrived = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch left = new CountDownLatch(9);
        Mailbox<Integer> box = new Mailbox<>(work -> executor.execute(() -> swallow(work)), 100, () -> 1, Duration.ZERO,
                batch -> {
                    if (batch.contains(5)) {
                        throw new IllegalStateException("five");
                    }
                    arrived.addAll(batch);
                    left.countDown();
                });
        for (int i = 0; i < 10; i++) {
            box.put(i);
        }
        await(left);
        assertThat(arrived).containsExactly(0, 1, 2, 3, 4, 6, 7, 8, 9);
    }

    private static void swallow(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("five");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
