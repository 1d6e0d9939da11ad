package semblance.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.decode.DecodeException;

/// What a user reads when a command fails: the cause and the remedy in a line. The stack trace goes to the log.
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.error("{} failed", command.getCommandName(), failure);
        command.getErr().println("semblance: " + message(failure));
        return failure instanceof IllegalArgumentException ? WRONG_USAGE : FAILED;
    }

    private static String message(Exception failure) {
        return switch (failure) {
            case CatalogException e -> String.valueOf(e.getMessage());
            case IllegalArgumentException e -> String.valueOf(e.getMessage());
            case CommandFailure e -> String.valueOf(e.getMessage());
            case NoSuchFileException e -> "There is no file " + e.getFile() + ".";
            case AccessDeniedException e -> "Access to " + e.getFile() + " is denied. Check its permissions.";
            case DecodeException e -> "The picture cannot be used: " + e.getMessage();
            case UncheckedIOException e -> e.getMessage() + " (" + e.getCause() + ")";
            case IOException e -> "Reading or writing failed: " + e.getMessage();
            default -> failure.getMessage() + " (" + failure.getClass().getSimpleName() + "; details are in the log)";
        };
    }
}
