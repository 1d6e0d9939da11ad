package semblance.app.cli;

import java.io.PrintStream;

import semblance.indexer.pipeline.IndexingProgress;
import semblance.indexer.pipeline.IndexingProgress.Phase;

/// A bar that is drawn over itself.
final class TerminalProgress implements ProgressLine {
    private static final int LONGEST_BAR = 20;
    private static final int SHORTEST_BAR = 5;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final PrintStream err;

    TerminalProgress(PrintStream err) {
        this.err = err;
    }

    @Override
    public void show(IndexingProgress progress) {
        String text = ProgressLine.text(progress);
        err.print(START_OF_LINE + bar(progress, WIDTH - 1 - text.length()) + text);
        err.flush();
    }

    @Override
    public void finish(IndexingProgress progress) {
        err.println(START_OF_LINE + ProgressLine.text(progress));
    }

    @Override
    public void interject(String message) {
        err.println(START_OF_LINE + message);
    }

    /// Only once all files are known: until then it would run backwards.
    private static String bar(IndexingProgress progress, int room) {
        int length = Math.min(LONGEST_BAR, room);
        if (progress.phase() != Phase.READING || progress.found() == 0 || length < SHORTEST_BAR) {
            return "";
        }
        int full = (int) Math.min(length, length * progress.done() / progress.found());
        return "█".repeat(full) + "░".repeat(length - full) + " ";
    }
}
