package semblance.app.window.search;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import semblance.app.concurrent.BackgroundTasks;
import semblance.app.window.search.SearchState.Answered;
import semblance.indexer.query.PhotoQuery;

import static org.assertj.core.api.Assertions.assertThat;

/// With real threads: two of them, so that a slow answer can come after a later one.
class OutdatedAnswersTest {
    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final BackgroundTasks tasks = new BackgroundTasks("test", 2, ui::add);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final CountDownLatch slowBegun = new CountDownLatch(1);
    private final CountDownLatch slowDone = new CountDownLatch(1);
    private final SearchModel model = new SearchModel(tasks, this::find);

    private Answer find(Query query) {
        if (query.equals(new Query.Typed(PhotoQuery.words("slow")))) {
            slowBegun.countDown();
            await(slow);
            slowDone.countDown();
        }
        return new Answer(query, List.of(), List.of(), List.of(), 0, List.of());
    }

    @AfterEach
    void close() {
        slow.countDown();
        tasks.close();
    }

    @Test
    void anOlderAnswerNeverReplacesANewerOne() throws InterruptedException {
        model.text().set("slow");
        deliver();
        await(slowBegun);
        model.text().set("fast");
        deliver();
        deliver();
        assertThat(model.state().get()).isInstanceOfSatisfying(Answered.class,
                answered -> assertThat(answered.answer().query()).isEqualTo(new Query.Typed(PhotoQuery.words("fast"))));

        slow.countDown();
        await(slowDone);
        tasks.run(() -> "behind the slow one", _ -> {
        }, _ -> {
        });
        deliver();
        ui.forEach(Runnable::run);

        assertThat(model.state().get()).isInstanceOfSatisfying(Answered.class,
                answered -> assertThat(answered.answer().query()).isEqualTo(new Query.Typed(PhotoQuery.words("fast"))));
        assertThat(model.busy().get()).isFalse();
    }

    private void deliver() throws InterruptedException {
        Runnable delivery = ui.poll(1, TimeUnit.MINUTES);
        assertThat(delivery).isNotNull();
        delivery.run();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
