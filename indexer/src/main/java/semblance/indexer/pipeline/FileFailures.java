package semblance.indexer.pipeline;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.PhotoFormat;
import semblance.model.EncodingException;

/// What is recorded of files that could not be taken in, in words for their owner.
final class FileFailures {
    private static final Logger LOG = LoggerFactory.getLogger(FileFailures.class);

    private FileFailures() {
    }

    static FileOutcome unreadable(PendingFile file, FileStat stat, IOException e) {
        LOG.debug("cannot be read: {}", file.path(), e);
        return new FileOutcome.Failed(file, stat, "", Failure.Kind.UNREADABLE,
                "It cannot be read: " + reason(e) + ". Check its permissions and its drive.", true);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    static FileOutcome tooLarge(PendingFile file, FileStat stat, PhotoFormat format) {
        return new FileOutcome.Failed(file, stat, format.stored(), Failure.Kind.TOO_LARGE,
                "With " + (stat.size() >> 20) + " MiB it is larger than any photo read here.", false);
    }

    /// A photo that is emptied to be saved anew, too: it must not be taken for a file that is no picture any more.
    static FileOutcome changing(PendingFile file, FileStat stat) {
        return new FileOutcome.Failed(file, stat, "", Failure.Kind.CHANGING,
                "It was being written while it was read. It is read again next time.", true);
    }

    static FileOutcome undecoded(PendingFile file, FileStat stat, PhotoFormat format, DecodeException e) {
        return new FileOutcome.Failed(file, stat, format.stored(), kind(e.reason()), String.valueOf(e.getMessage()),
                e.reason() == DecodeException.Reason.UNAVAILABLE);
    }

    private static Failure.Kind kind(DecodeException.Reason reason) {
        return switch (reason) {
            case UNSUPPORTED, NO_PICTURE -> Failure.Kind.UNSUPPORTED;
            case DAMAGED -> Failure.Kind.DAMAGED;
            case TOO_LARGE -> Failure.Kind.TOO_LARGE;
            case CRASHED -> Failure.Kind.CRASHED;
            case UNAVAILABLE -> Failure.Kind.UNREADABLE;
        };
    }

    static FileOutcome notEncoded(PendingFile file, FileStat stat, PhotoFormat format, EncodingException e) {
        return new FileOutcome.Failed(file, stat, format.stored(), Failure.Kind.NOT_ENCODED,
                String.valueOf(e.getMessage()), false);
    }

    /// A gap in a decoder: it must not keep all other photos out of the library.
    static FileOutcome unusual(PendingFile file, FileStat stat, PhotoFormat format, RuntimeException e) {
        LOG.warn("a picture of {} bytes cannot be decoded", stat.size(), e);
        return new FileOutcome.Failed(file, stat, format.stored(), Failure.Kind.DAMAGED,
                "The program stumbles over something unusual in it (" + e.getClass().getSimpleName()
                        + "). Saving it anew with another program may help.",
                false);
    }

    /// A single allocation for this file that was refused; the heap itself is as before.
    static FileOutcome noMemory(PendingFile file, FileStat stat, OutOfMemoryError e) {
        LOG.warn("not enough memory for one file of {} bytes", file.size(), e);
        return new FileOutcome.Failed(file, stat, "", Failure.Kind.TOO_LARGE,
                "There is not enough memory to decode it.", false);
    }
}
