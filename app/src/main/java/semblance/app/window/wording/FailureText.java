package semblance.app.window.wording;

import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.app.doctor.Diagnosis;
import semblance.indexer.decode.DecodeException;

/// What a user reads when something fails: the cause and the remedy.
public final class FailureText {
    private static final Logger LOG = LoggerFactory.getLogger(FailureText.class);

    private FailureText() {
    }

    /// Puts a failure into plain words. What these do not say goes to the log.
    public static String of(Throwable failure) {
        return switch (failure) {
            case ExecutionException e when e.getCause() != null -> of(e.getCause());
            case NoSuchFileException e -> "The file " + e.getFile() + " is gone. Was it moved, or its drive unplugged?";
            case DecodeException e -> "The picture cannot be used: " + e.getMessage();
            case InvalidPathException e -> diagnosed(e);
            case IllegalArgumentException e when e.getMessage() != null -> e.getMessage();
            default -> diagnosed(failure);
        };
    }

    private static String diagnosed(Throwable failure) {
        Diagnosis diagnosis = Diagnosis.of(failure);
        if (!diagnosis.expected()) {
            LOG.error("failed", failure);
        }
        return diagnosis.sentence();
    }
}
