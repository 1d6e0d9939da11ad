package semblance.app.bench;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StopwatchTest {
    private final AtomicInteger runs = new AtomicInteger();

    @Test
    void threeRepetitionsCountHoweverShortTheTime() {
        Timing timing = new Stopwatch(Duration.ZERO, () -> false).measure(runs::incrementAndGet);

        assertThat(timing.repetitions()).isEqualTo(3);
        assertThat(runs).as("the first warms up").hasValue(4);
    }

    @Test
    void shortWorkIsRepeatedAThousandTimesAtMost() {
        Timing timing = new Stopwatch(Duration.ofHours(1), () -> false).measure(runs::incrementAndGet);

        assertThat(timing.repetitions()).isEqualTo(1000);
    }

    @Test
    void itBreaksOffBetweenRepetitions() {
        Stopwatch stopwatch = new Stopwatch(Duration.ofHours(1), () -> runs.get() == 2);

        assertThatThrownBy(() -> stopwatch.measure(runs::incrementAndGet)).isInstanceOf(CancellationException.class);

        assertThat(runs).hasValue(2);
    }

    @Test
    void theFiguresAreMedianPercentileAndMeanInMilliseconds() {
        long[] clock = new long[100];
        for (int i = 0; i < clock.length; i++) {
            clock[i] = 1_000_000L * (100 - i);
        }

        assertThat(Timing.of(clock, 400_000_000)).isEqualTo(new Timing(100, 50, 95, 4));
    }
}
