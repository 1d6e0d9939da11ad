package semblance.app.window.wording;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.decode.DecodeException;

/// What a user reads when something fails: the cause and the remedy. The stack trace goes to the log.
public final class FailureText {
    private static final Logger LOG = LoggerFactory.getLogger(FailureText.class);

    private FailureText() {
    }

    /// Logs a failure and puts it into plain words.
    public static String of(Throwable failure) {
        LOG.error("failed", failure);
        return sentence(failure);
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case ExecutionException e when e.getCause() != null -> sentence(e.getCause());
            case CatalogException e -> String.valueOf(e.getMessage());
            case IllegalArgumentException e -> String.valueOf(e.getMessage());
            case NoSuchFileException e -> "The file " + e.getFile() + " is gone. Was it moved, or its drive unplugged?";
            case AccessDeniedException e -> "Access to " + e.getFile() + " is denied. Check its permissions.";
            case DecodeException e -> "The picture cannot be used: " + e.getMessage();
            case IOException e -> "Reading or writing failed: " + e.getMessage();
            default -> "Something went wrong: " + failure.getMessage() + " (" + failure.getClass().getSimpleName()
                    + "; details are in the log)";
        };
    }
}
