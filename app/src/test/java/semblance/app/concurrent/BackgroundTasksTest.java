package semblance.app.concurrent;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import semblance.app.concurrent.TaskRunner.Cancellation;

import static org.assertj.core.api.Assertions.assertThat;

class BackgroundTasksTest {
    /// Stands for the UI thread's queue; the test's thread is the UI thread.
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final BackgroundTasks tasks = new BackgroundTasks("test", 1, ui::add);
    private final List<Object> heard = new ArrayList<>();

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void workIsDoneElsewhereAndItsResultComesToTheUiThread() throws InterruptedException {
        tasks.run(() -> Thread.currentThread().getName(), heard::add, heard::add);

        deliverNext();

        assertThat(heard).containsExactly("test-1");
    }

    @Test
    void aFailureComesToTheUiThread() throws InterruptedException {
        IllegalStateException failure = new IllegalStateException("planted");
        tasks.run(() -> {
            throw failure;
        }, heard::add, heard::add);

        deliverNext();

        assertThat(heard).containsExactly(failure);
    }

    @Test
    void workThatIsCalledOffBeforeItBeginsNeverBegins() throws InterruptedException {
        CountDownLatch busy = new CountDownLatch(1);
        tasks.run(() -> busy.await(1, TimeUnit.MINUTES), heard::add, heard::add);
        List<String> begun = new ArrayList<>();
        Cancellation second = tasks.run(() -> begun.add("second"), heard::add, heard::add);
        second.cancel();
        busy.countDown();
        deliverNext();
        tasks.run(() -> "third", heard::add, heard::add);
        deliverNext();

        assertThat(begun).isEmpty();
        assertThat(heard).containsExactly(true, "third");
    }

    @Test
    void aResultThatWaitsForTheUiThreadIsNotDeliveredOnceItIsCalledOff() throws InterruptedException {
        Cancellation outdated = tasks.run(() -> "outdated", heard::add, heard::add);
        Runnable delivery = next();
        outdated.cancel();

        delivery.run();

        assertThat(heard).isEmpty();
    }

    @Test
    void aTimerRunsOnTheUiThreadUnlessItIsCalledOff() throws InterruptedException {
        tasks.after(Duration.ofMillis(20), () -> heard.add("called off")).cancel();
        tasks.after(Duration.ofMillis(40), () -> heard.add("late"));

        // The first may have been on its way already: then it comes and says nothing.
        while (heard.isEmpty()) {
            deliverNext();
        }

        assertThat(heard).containsExactly("late");
    }

    private void deliverNext() throws InterruptedException {
        next().run();
    }

    private Runnable next() throws InterruptedException {
        Runnable delivery = ui.poll(1, TimeUnit.MINUTES);
        assertThat(delivery).as("something for the UI thread").isNotNull();
        return delivery;
    }
}
