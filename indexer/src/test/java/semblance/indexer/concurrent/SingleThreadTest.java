package semblance.indexer.concurrent;

import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Work runs on the one thread, whoever hands it over.
class SingleThreadTest {
    private final SingleThread single = new SingleThread("test-single");

    @AfterEach
    void endThread() {
        single.close();
    }

    @Test
    void allWorkRunsOnTheSameThread() {
        Thread first = single.call(Thread::currentThread);
        assertThat(first.getName()).isEqualTo("test-single");
        assertThat(single.call(Thread::currentThread)).isSameAs(first).isNotSameAs(Thread.currentThread());
    }

    @Test
    void aCallFromTheThreadItselfDoesNotWaitForItself() {
        assertThat(single.<Integer>call(() -> single.call(() -> 7))).isEqualTo(7);
    }

    @Test
    void whatTheWorkThrowsIsThrownAndTheThreadGoesOn() {
        assertThatThrownBy(() -> single.call(() -> {
            throw new IllegalStateException("broken");
        })).isInstanceOf(IllegalStateException.class).hasMessage("broken");
        assertThatThrownBy(() -> single.call(() -> {
            throw new StackOverflowError("deep");
        })).isInstanceOf(CompletionException.class).hasCauseInstanceOf(StackOverflowError.class);
        assertThat(single.<Integer>call(() -> 1)).isEqualTo(1);
    }

    @Test
    void aCallIsKnownAsItsOwnAfterTheThreadDied() throws InterruptedException {
        Thread first = single.call(Thread::currentThread);
        first.setUncaughtExceptionHandler((_, _) -> {
        });
        single.execute(() -> {
            throw new IllegalStateException("kills the thread");
        });
        first.join();
        assertThat(single.<Integer>call(() -> single.call(() -> 7))).isEqualTo(7);
    }
}
