package semblance.indexer.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import semblance.indexer.index.TextMatch;

/// A photo that was found.
///
/// @param rank     from 1
/// @param score    the cosine, from -1 to 1, higher is better; not a number if nothing was compared ([Why#FITS])
/// @param relevant whether it clearly shows what was asked for, by the strictness asked for
/// @param path     absolute
/// @param moment   where in a video its best frame lies; empty for photos, and if nothing was compared
/// @param written  the text with the words that were asked for, where those are the reason ([Why#WRITTEN])
public record Hit(int rank, double score, boolean relevant, long photoId, Path path, Why why,
        Optional<Duration> moment, Optional<TextMatch> written) {
    /// Whether it has a score.
    public boolean hasScore() {
        return !Double.isNaN(score);
    }
}
