package semblance.app.cli;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import semblance.app.models.Download;
import semblance.app.models.DownloadProgress;
import semblance.app.models.ModelInfo;

/// Follows a download until its end, showing how it goes. Ctrl-C stops it and keeps what has come.
final class DownloadWatcher {
    private static final long LOOK_MS = 200;
    private static final int LOOKS_BETWEEN_LINES = 25;
    private static final String START_OF_LINE = "\r\u001b[K";

    private final Session session;
    private String trouble = "";
    private int looks;

    DownloadWatcher(Session session) {
        this.session = session;
    }

    /// Waits for the end of a download.
    ModelInfo follow(Download download) {
        session.stop().heed(download::cancel);
        CompletableFuture<ModelInfo> result = download.result();
        try {
            while (true) {
                try {
                    ModelInfo model = result.get(LOOK_MS, TimeUnit.MILLISECONDS);
                    finish(download);
                    return model;
                } catch (TimeoutException e) {
                    show(download.progress());
                }
            }
        } catch (ExecutionException e) {
            finish(download);
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new CommandFailure("The download broke off: " + e.getCause(), e);
        } catch (CancellationException e) {
            finish(download);
            throw new CommandFailure("Stopped. What has come is kept; semblance models download "
                    + download.model().id() + " goes on from there.", e);
        } catch (InterruptedException e) {
            download.cancel();
            Thread.currentThread().interrupt();
            throw new CommandFailure("The download was interrupted. What has come is kept.", e);
        }
    }

    private void show(DownloadProgress progress) {
        String now = progress.trouble().orElse("");
        if (!now.isEmpty() && !now.equals(trouble)) {
            session.err().println((session.watched() ? START_OF_LINE : "") + now);
        }
        trouble = now;
        if (session.watched()) {
            session.err().print(START_OF_LINE + text(progress));
            session.err().flush();
        } else if (++looks % LOOKS_BETWEEN_LINES == 0) {
            session.err().println(text(progress));
        }
    }

    private void finish(Download download) {
        if (session.watched()) {
            session.err().println(START_OF_LINE + text(download.progress()));
        }
    }

    /// One line that fits on the narrowest usual terminal.
    static String text(DownloadProgress progress) {
        String text = switch (progress.phase()) {
            case CHECKING -> "Looking at what is here: " + progress.file();
            case FETCHING, WAITING, FINISHED -> of(progress) + rate(progress);
        };
        return text.length() <= ProgressLine.WIDTH ? text : text.substring(0, ProgressLine.WIDTH);
    }

    private static String of(DownloadProgress progress) {
        return String.format(Locale.ROOT, "Downloaded %s of %s (%d %%)", ModelText.mebi(progress.bytes()),
                ModelText.mebi(progress.total()),
                progress.total() == 0 ? 0 : 100 * progress.bytes() / progress.total());
    }

    private static String rate(DownloadProgress progress) {
        if (progress.rate() == 0) {
            return "";
        }
        Duration left = progress.remaining();
        return ", " + ModelText.mebi((long) progress.rate()) + "/s"
                + (progress.phase() == DownloadProgress.Phase.FETCHING
                        ? String.format(Locale.ROOT, ", %d:%02d left", left.toMinutes(), left.toSecondsPart())
                        : "");
    }
}
