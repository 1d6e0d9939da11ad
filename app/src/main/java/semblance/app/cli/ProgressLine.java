package semblance.app.cli;

import java.time.Duration;
import java.util.Locale;

import semblance.indexer.pipeline.IndexingProgress;

/// Shows how a run goes.
interface ProgressLine {
    void show(IndexingProgress progress);

    void finish(IndexingProgress progress);

    /// One line of at most 79 characters.
    static String text(IndexingProgress progress) {
        String failed = progress.failed() == 0 ? "" : ", " + progress.failed() + " failed";
        return switch (progress.phase()) {
            case SCANNING -> progress.found() == 0
                    ? "Looking through the folders: " + progress.scanned() + " files"
                    : String.format(Locale.ROOT, "Indexing %,d of %,d or more, %.0f/s%s", progress.done(),
                            progress.found(), progress.rate(), failed);
            case READING -> progress.found() == 0
                    ? "Nothing new"
                    : String.format(Locale.ROOT, "Indexing %,d of %,d (%d %%), %.0f/s, %s left%s", progress.done(),
                            progress.found(), 100 * progress.done() / progress.found(), progress.rate(),
                            clock(progress.remaining()), failed);
            case FINISHING -> "Making the index durable";
            case FINISHED -> progress.found() == 0
                    ? String.format(Locale.ROOT, "Nothing new among %,d files (%s)", progress.scanned(),
                            clock(progress.elapsed()))
                    : String.format(Locale.ROOT, "Read %,d files in %s, %.0f/s%s", progress.done(),
                            clock(progress.elapsed()), progress.rate(), failed);
        };
    }

    private static String clock(Duration duration) {
        long seconds = Math.max(0, duration.plusMillis(500).toSeconds());
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
