package semblance.indexer.pipeline;

import java.time.Duration;

/// A snapshot of an indexing run, to be taken a few times a second by whoever shows it.
///
/// @param phase    what the run is doing
/// @param scanned  files seen by the walk so far, photos or not
/// @param found    files found to be read, so far; photos to be compared while they are
/// @param done     of these, how many are settled
/// @param failed   of the settled ones
/// @param skipped  of the settled ones: no pictures
/// @param encoded  images that went through the encoder
/// @param elapsed  since the start of the run
/// @param elapsedReading since the first file was read; the rate is `done` over this
public record IndexingProgress(Phase phase, long scanned, long found, long done, long failed, long skipped,
        long encoded,
        Duration elapsed, Duration elapsedReading) {
    /// What a run is doing.
    public enum Phase {
        /// Walking the folders; files found are being read already.
        SCANNING,
        /// The walk is over, files are being read.
        READING,
        /// Waiting for the user to let it go on.
        PAUSED,
        /// What known photos say about themselves is read, for the library of an older program.
        READING_METADATA,
        /// Deleted photos leave, the index is made durable.
        FINISHING,
        /// Known photos are encoded for another model; searches use the old one meanwhile.
        CHANGING_MODEL,
        /// All is indexed; photos are compared with each other, to know which are alike.
        COMPARING, FINISHED
    }

    /// Settled files per second; 0 before the first one.
    public double rate() {
        double seconds = elapsedReading.toNanos() / 1e9;
        return done == 0 || seconds == 0 ? 0 : done / seconds;
    }

    /// Time that the files found so far will take at the rate so far; zero if nothing is known.
    public Duration remaining() {
        double rate = rate();
        return rate == 0 ? Duration.ZERO : Duration.ofMillis((long) (1000 * (found - done) / rate));
    }
}
