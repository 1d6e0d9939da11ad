package semblance.model.store.download;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/// A snapshot of a download of several files, which count as one.
///
/// @param bytes   that are here, those of earlier attempts included
/// @param total   that there will be; grows when the size of a file becomes known that was not
/// @param fetched of the bytes, those that came over the network since the start
/// @param elapsed since the first of those
/// @param file    that it is about; empty before the first
/// @param trouble why it waits, as a sentence; null when it does not
public record Transfer(Phase phase, long bytes, long total, long fetched, Duration elapsed, String file,
        @Nullable String trouble) {
    /// What a download is doing.
    public enum Phase {
        CHECKING, FETCHING, WAITING, FINISHED
    }
}
