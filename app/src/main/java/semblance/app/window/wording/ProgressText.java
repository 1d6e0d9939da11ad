package semblance.app.window.wording;

import java.time.Duration;
import java.util.Locale;

import semblance.indexer.pipeline.IndexingProgress;

/// How an indexing run goes, in a line.
public final class ProgressText {
    private ProgressText() {
    }

    public static String of(IndexingProgress progress) {
        return switch (progress.phase()) {
            case SCANNING -> progress.found() == 0
                    ? "Looking for new photos"
                    : String.format(Locale.ROOT, "Indexing %,d of %,d or more%s", progress.done(), progress.found(),
                            rate(progress));
            case READING -> progress.found() == 0
                    ? "Nothing new"
                    : String.format(Locale.ROOT, "Indexing %,d of %,d%s%s", progress.done(), progress.found(),
                            rate(progress), left(progress));
            case READING_METADATA ->
                String.format(Locale.ROOT, "Reading when and where photos were taken, %,d of %,d", progress.done(),
                        progress.found());
            case CHANGING_MODEL ->
                String.format(Locale.ROOT, "Encoding for the chosen model, %,d of %,d%s", progress.done(),
                        progress.found(), left(progress));
            case PAUSED -> String.format(Locale.ROOT, "Paused at %,d of %,d", progress.done(), progress.found());
            case COMPARING ->
                String.format(Locale.ROOT, "Comparing photos with each other, %,d of %,d", progress.done(),
                        progress.found());
            case FINISHING, FINISHED -> "Almost done";
        };
    }

    private static String rate(IndexingProgress progress) {
        return progress.rate() == 0 ? "" : String.format(Locale.ROOT, " · %.0f per second", progress.rate());
    }

    private static String left(IndexingProgress progress) {
        return progress.rate() == 0 ? "" : " · " + duration(progress.remaining()) + " left";
    }

    /// A duration as people say it: of two units the larger, and no seconds that flicker.
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return "a few seconds";
        }
        if (seconds < 60) {
            return "about " + (seconds + 9) / 10 * 10 + " s";
        }
        if (seconds < 90 * 60) {
            return "about " + (seconds + 59) / 60 + " min";
        }
        return String.format(Locale.ROOT, "about %.1f hours", seconds / 3600.0);
    }
}
