package semblance.indexer.occasion;

import java.time.LocalDateTime;
import java.util.List;

import semblance.indexer.catalog.TakenPhoto;
import semblance.indexer.metadata.CaptureTime;

/// On what occasion a photo was taken: a walk, a party, a game. How that is told stands in
/// docs/decisions/0024-photos-of-one-occasion.md.
public sealed interface Occasion {
    /// It is known.
    ///
    /// @param from   when the first photo was taken, by the clock of the one that was asked about
    /// @param to     when the last one was taken, or ends
    /// @param photos taken then, the one that was asked about among them, in the order of time
    record Known(LocalDateTime from, LocalDateTime to, List<TakenPhoto> photos) implements Occasion {
        public Known {
            photos = List.copyOf(photos);
        }
    }

    /// It is not known when the photo was taken, or only on which day.
    ///
    /// @param taken what is known
    /// @param read  whether the photo has been read; else it may become known
    record TimeUnknown(CaptureTime taken, boolean read) implements Occasion {
    }
}
