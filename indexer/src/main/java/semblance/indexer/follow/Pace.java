package semblance.indexer.follow;

import java.time.Duration;

/// When the folders are looked at again.
///
/// @param quiet     so long nothing more must have happened in a directory before it is looked at: what is being written is
///                  not read half
/// @param patience  so long a directory in which it never gets quiet waits
/// @param watched   between walks of all folders where every directory is watched
/// @param unwatched the same where some are not
/// @param returning between looks for drives that have come back
public record Pace(Duration quiet, Duration patience, Duration watched, Duration unwatched, Duration returning) {
    /// A photo written in the last two seconds is not yet taken to be whole.
    public static final Pace USUAL = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(30), Duration.ofHours(1),
            Duration.ofMinutes(5), Duration.ofSeconds(10));
}
