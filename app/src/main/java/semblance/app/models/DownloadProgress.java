package semblance.app.models;

import java.time.Duration;
import java.util.Optional;

/// A snapshot of a download, to be taken a few times a second by whoever shows it. All files of a model count as one.
///
/// @param phase   what it is doing
/// @param bytes   that are here, those of earlier attempts included
/// @param total   that there will be; grows when the size of a file becomes known that was not
/// @param fetched of the bytes, those that came over the network since the start
/// @param elapsed since the first of those
/// @param file    that it is about, as a path within the model; empty before the first
/// @param trouble why it waits, as a sentence with what it does about it; empty when it does not
public record DownloadProgress(Phase phase, long bytes, long total, long fetched, Duration elapsed, String file,
        Optional<String> trouble) {
    /// What a download is doing.
    public enum Phase {
        /// Reads what is here already.
        CHECKING,
        /// Bytes come.
        FETCHING,
        /// Waits before it tries again, because something went wrong.
        WAITING,
        /// It is over, well or not.
        FINISHED
    }

    /// Bytes per second; 0 before the first.
    public double rate() {
        double seconds = elapsed.toNanos() / 1e9;
        return fetched == 0 || seconds == 0 ? 0 : fetched / seconds;
    }

    /// What is left at the rate so far; zero if nothing is known.
    public Duration remaining() {
        double rate = rate();
        return rate == 0 ? Duration.ZERO : Duration.ofMillis((long) (1000 * Math.max(0, total - bytes) / rate));
    }
}
