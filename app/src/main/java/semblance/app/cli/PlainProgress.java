package semblance.app.cli;

import java.io.PrintStream;
import java.time.Duration;

import semblance.indexer.pipeline.IndexingProgress;

/// A line every few seconds, for logs and pipes.
final class PlainProgress implements ProgressLine {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final PrintStream err;
    private Duration last = Duration.ZERO;

    PlainProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void show(IndexingProgress progress) {
        if (progress.elapsed().minus(last).compareTo(EVERY) >= 0) {
            last = progress.elapsed();
            err.println(ProgressLine.text(progress));
        }
    }

    @Override
    public void finish(IndexingProgress progress) {
        err.println(ProgressLine.text(progress));
    }

    @Override
    public void interject(String message) {
        err.println(message);
    }
}
