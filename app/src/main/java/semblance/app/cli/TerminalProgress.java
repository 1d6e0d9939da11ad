package semblance.app.cli;

import java.io.PrintStream;

import semblance.indexer.pipeline.IndexingProgress;

/// A bar that is drawn over itself.
final class TerminalProgress implements ProgressLine {
    private static final int WIDTH = 20;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream err;

    TerminalProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void show(IndexingProgress progress) {
        err.print(START_OF_LINE + bar(progress) + ProgressLine.text(progress));
        err.flush();
    }

    @Override
    public void finish(IndexingProgress progress) {
        err.println(START_OF_LINE + ProgressLine.text(progress));
        err.flush();
    }

    private static String bar(IndexingProgress progress) {
        if (progress.found() == 0) {
            return "";
        }
        int full = (int) Math.min(WIDTH, WIDTH * progress.done() / progress.found());
        return "█".repeat(full) + "░".repeat(WIDTH - full) + " ";
    }
}
