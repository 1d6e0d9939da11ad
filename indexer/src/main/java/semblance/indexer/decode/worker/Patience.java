package semblance.indexer.decode.worker;

import java.time.Duration;

/// How long is waited for a worker.
///
/// @param start       until a new one is ready
/// @param order       for any picture
/// @param megapixel   for each million pixels of a picture on top of that
/// @param unemployed  until one that has nothing to do is stopped
public record Patience(Duration start, Duration order, Duration megapixel, Duration unemployed) {
    /// More than ten times what a phone's photo takes on a busy machine.
    public static final Patience DEFAULT = new Patience(Duration.ofMinutes(1), Duration.ofSeconds(20),
            Duration.ofSeconds(1), Duration.ofSeconds(30));

    Duration forPixels(long pixels) {
        return order.plus(megapixel.multipliedBy(pixels / 1_000_000));
    }
}
