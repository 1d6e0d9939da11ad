package semblance.app.cli;

import java.time.Duration;

import semblance.indexer.pipeline.IndexingProgress;

import static java.util.Locale.ROOT;

/// Shows how a run goes.
interface ProgressLine {
    /// What fits on the narrowest usual terminal without wrapping.
    int WIDTH = 79;

    void show(IndexingProgress progress);

    void finish(IndexingProgress progress);

    /// Prints a message without a trace of the progress in it.
    void interject(String message);

    /// One line of at most [#WIDTH] characters.
    static String text(IndexingProgress progress) {
        String text = switch (progress.phase()) {
            case SCANNING -> progress.found() == 0
                    ? String.format(ROOT, "Looking through the folders: %,d files", progress.scanned())
                    : String.format(ROOT, "Indexing %,d of %,d or more%s%s", progress.done(), progress.found(),
                            rate(progress),
                            failed(progress));
            case READING -> progress.found() == 0
                    ? "Nothing new"
                    : String.format(ROOT, "Indexing %,d of %,d (%d %%)%s%s%s", progress.done(), progress.found(),
                            100 * progress.done() / progress.found(), rate(progress), left(progress),
                            failed(progress));
            case PAUSED -> String.format(ROOT, "Paused at %,d of %,d", progress.done(), progress.found());
            case READING_METADATA -> String.format(ROOT, "Reading when and where photos were taken, %,d of %,d",
                    progress.done(), progress.found());
            case CHANGING_MODEL -> String.format(ROOT, "Encoding for the chosen model, %,d of %,d%s%s", progress.done(),
                    progress.found(), rate(progress), left(progress));
            case COMPARING -> String.format(ROOT, "Comparing photos with each other, %,d of %,d", progress.done(),
                    progress.found());
            case FINISHING -> "Making the index durable";
            case FINISHED -> progress.found() == 0
                    ? String.format(ROOT, "Nothing new among %,d files (%s)", progress.scanned(),
                            clock(progress.elapsed()))
                    : String.format(ROOT, "Read %,d files in %s%s%s", progress.done(), clock(progress.elapsed()),
                            rate(progress), failed(progress));
        };
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH);
    }

    private static String rate(IndexingProgress progress) {
        double rate = progress.rate();
        return rate == 0 ? "" : String.format(ROOT, rate < 9.95 ? ", %.1f/s" : ", %,.0f/s", rate);
    }

    private static String left(IndexingProgress progress) {
        return progress.rate() == 0 ? "" : ", " + clock(progress.remaining()) + " left";
    }

    private static String failed(IndexingProgress progress) {
        return progress.failed() == 0 ? "" : String.format(ROOT, ", %,d failed", progress.failed());
    }

    private static String clock(Duration duration) {
        long seconds = Math.max(0, duration.plusMillis(500).toSeconds());
        return seconds < 3600
                ? String.format(ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
