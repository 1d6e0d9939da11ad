package semblance.indexer.decode.worker;

import java.time.Duration;

import semblance.indexer.decode.VideoHeader;

/// How long is waited for a worker.
///
/// @param start       until a new one is ready
/// @param order       for any picture
/// @param megapixel   for each million pixels of a picture on top of that
/// @param unemployed  until one that has nothing to do is stopped
public record Patience(Duration start, Duration order, Duration megapixel, Duration unemployed) {
    private static final int SLOWLY = 4;
    private static final Duration LONGEST_PART = Duration.ofMinutes(1);
    private static final Duration LONGEST_VIDEO = Duration.ofHours(1);
    /// More than ten times what a phone's photo takes on a busy machine.
    public static final Patience DEFAULT = new Patience(Duration.ofMinutes(1), Duration.ofSeconds(20),
            Duration.ofSeconds(1), Duration.ofSeconds(30));

    /// A second more for each 16 MiB, for a file that has to be read to its end to know how long it is.
    Duration forOpening(long bytes) {
        return order.plus(megapixel.multipliedBy(bytes >> 24));
    }

    /// For one sample of a video: as long as playing up to it from the sample before would take a machine that plays four
    /// times too slowly.
    Duration forSample(VideoHeader video) {
        Duration part = video.duration().orElse(Duration.ZERO).dividedBy(video.samples());
        Duration playing = part.compareTo(LONGEST_PART) < 0 ? part : LONGEST_PART;
        return forPixels((long) video.width() * video.height()).plus(playing.multipliedBy(SLOWLY));
    }

    /// For all samples of a video together.
    Duration forVideo(VideoHeader video) {
        Duration playing = video.duration().orElse(Duration.ZERO).multipliedBy(SLOWLY);
        return forSample(video).plus(playing.compareTo(LONGEST_VIDEO) < 0 ? playing : LONGEST_VIDEO);
    }

    Duration forPixels(long pixels) {
        return order.plus(megapixel.multipliedBy(pixels / 1_000_000));
    }
}
