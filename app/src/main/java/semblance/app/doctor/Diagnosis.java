package semblance.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.decode.DecodeException;
import semblance.model.EncodingException;
import semblance.model.ModelLoadException;
import semblance.model.provider.ProviderException;
import semblance.model.store.download.DownloadException;

/// What a user is told of a failure.
///
/// @param sentence the cause and, where one is known, the remedy
/// @param expected whether the sentence says all there is; otherwise the log should have the stack trace
public record Diagnosis(String sentence, boolean expected) {
    private static final String LOGGED = " Details are in the log; semblance doctor says where it is.";

    /// Diagnoses a failure.
    public static Diagnosis of(Throwable failure) {
        return switch (failure) {
            case CatalogException e -> known(said(e));
            case ModelLoadException e -> known(said(e));
            case DownloadException e -> known(said(e));
            case EncodingException e -> known(said(e));
            case ProviderException e -> known(said(e));
            case DecodeException e -> known(said(e));
            case InvalidPathException e -> known("\"" + e.getInput() + "\" cannot be a path: " + e.getReason() + ".");
            // By contract for the user where the library refuses a folder or a query; else a mistake of ours.
            case IllegalArgumentException e -> new Diagnosis(said(e), false);
            case UncheckedIOException e when e.getCause() != null -> within(e, e.getCause());
            case IOException e -> known(io(e));
            case ExecutionException e when e.getCause() != null -> of(e.getCause());
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case IllegalStateException e when e.getCause() instanceof Error error -> of(error); // of a background thread
            case OutOfMemoryError _ -> known("There is not enough memory: Java has "
                    + (Runtime.getRuntime().maxMemory() >> 20)
                    + " MiB. Close other programs, or allow more, for example with JAVA_TOOL_OPTIONS=-Xmx4g.");
            case LinkageError e -> new Diagnosis("A library of native code cannot be loaded (" + e.getMessage()
                    + "). It is unpacked into the cache directory: check that this one can be written and that"
                    + " programs there may run, or name another one with --cache." + LOGGED, false);
            default -> new Diagnosis("Something went wrong that should not have: " + failure + "." + LOGGED, false);
        };
    }

    private static Diagnosis known(String sentence) {
        return new Diagnosis(sentence, true);
    }

    private static Diagnosis within(UncheckedIOException failure, IOException cause) {
        String what = said(failure);
        // Without a message of its own it repeats that of its cause.
        return known(what.equals(cause.toString())
                ? io(cause)
                : Character.toUpperCase(what.charAt(0)) + what.substring(1) + ". " + io(cause));
    }

    private static String io(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e -> "There is no file " + e.getFile() + ". Check the name.";
            case AccessDeniedException e -> "Access to " + e.getFile() + " is denied. Check its permissions.";
            case NotDirectoryException e -> e.getFile() + " is a file, not a folder.";
            case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason() + ".";
            default -> "Reading or writing failed: "
                    + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage()) + ".";
        };
    }

    private static String said(Exception failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
