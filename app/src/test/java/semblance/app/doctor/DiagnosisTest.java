package semblance.app.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import semblance.indexer.catalog.CatalogException;
import semblance.indexer.decode.DecodeException;
import semblance.model.EncodingException;
import semblance.model.ModelLoadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class DiagnosisTest {
    static Stream<Arguments> known() {
        return Stream.of(
                arguments(new CatalogException("The catalog is in use. Close it."), "The catalog is in use. Close it."),
                arguments(new ModelLoadException("The model is damaged. Reinstall."),
                        "The model is damaged. Reinstall."),
                arguments(new EncodingException("It cannot be encoded."), "It cannot be encoded."),
                arguments(new DecodeException(DecodeException.Reason.DAMAGED, "The file is damaged."),
                        "The file is damaged."),
                arguments(new NoSuchFileException("/a.jpg"), "There is no file /a.jpg. Check the name."),
                arguments(new AccessDeniedException("/a.jpg"),
                        "Access to /a.jpg is denied. Check its permissions."),
                arguments(new NotDirectoryException("/a.jpg"), "/a.jpg is a file, not a folder."),
                arguments(new FileSystemException("/a", null, "No space left on device"),
                        "/a: No space left on device."),
                arguments(new IOException("No space left on device"),
                        "Reading or writing failed: No space left on device."),
                arguments(new UncheckedIOException("the index /i cannot be written", new IOException("Disk full")),
                        "The index /i cannot be written. Reading or writing failed: Disk full."),
                arguments(new UncheckedIOException(new NoSuchFileException("/a")),
                        "There is no file /a. Check the name."),
                arguments(new ExecutionException(new CatalogException("Full. Free some space.")),
                        "Full. Free some space."),
                arguments(new InvalidPathException("a\0b", "Nul character not allowed"),
                        "\"a\0b\" cannot be a path: Nul character not allowed."));
    }

    @ParameterizedTest
    @MethodSource("known")
    void aKnownFailureIsSaidInASentence(Throwable failure, String sentence) {
        assertThat(Diagnosis.of(failure)).isEqualTo(new Diagnosis(sentence, true));
    }

    @Test
    void aLibraryThatCannotBeLoadedIsTracedToTheCache() {
        Diagnosis diagnosis = Diagnosis.of(new UnsatisfiedLinkError("libx.so: failed to map segment"));

        assertThat(diagnosis.sentence()).contains("libx.so: failed to map segment").contains("--cache");
        assertThat(diagnosis.expected()).as("the log gets the trace").isFalse();
    }

    @Test
    void memoryThatRanOutIsToldWithHowToAllowMore() {
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");

        assertThat(Diagnosis.of(error).sentence()).contains("not enough memory").contains("-Xmx");
        assertThat(Diagnosis.of(new IllegalStateException("indexing was broken off", error)))
                .isEqualTo(Diagnosis.of(error));
    }

    @Test
    void whatTheLibraryRefusesIsSaidInItsOwnWordsAndLoggedInCaseItIsAMistakeOfOurs() {
        assertThat(Diagnosis.of(new IllegalArgumentException("There is no folder /x. Check the name.")))
                .isEqualTo(new Diagnosis("There is no folder /x. Check the name.", false));
    }

    @Test
    void anythingElseIsAMistakeOfOursWithTheWayToTheLog() {
        Diagnosis diagnosis = Diagnosis.of(new IllegalStateException("no row came back"));

        assertThat(diagnosis.sentence()).contains("no row came back").contains("log").contains("semblance doctor");
        assertThat(diagnosis.expected()).isFalse();
    }
}
