package semblance.app.window.wording;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import semblance.indexer.VideoTime;
import semblance.indexer.catalog.KnownVideo;

/// What is said of a video in the grid.
public final class VideoText {
    private static final String PLAY = "\u25b6";

    private VideoText() {
    }

    /// How long it is, or where in it the moment is that was searched for: "▶ 3:20", "▶ 0:42 / 3:20".
    public static String of(KnownVideo video, @Nullable Duration moment) {
        String length = video.duration().map(VideoTime::of).orElse("");
        if (moment == null) {
            return (PLAY + " " + length).strip();
        }
        return PLAY + " " + VideoTime.of(moment) + (length.isEmpty() ? "" : " / " + length);
    }

    /// What to look at, for a player that begins at the beginning.
    public static String whereToLook(Duration moment) {
        return "What you searched for is at " + VideoTime.of(moment) + ".";
    }
}
