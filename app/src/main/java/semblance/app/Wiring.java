package semblance.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import semblance.app.doctor.Doctor;
import semblance.app.eval.Evaluation;
import semblance.app.logging.LogFiles;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.Tagging;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.tag.Vocabulary;
import semblance.model.DualEncoder;
import semblance.model.starter.StarterModel;

/// Puts the program's objects together; the one place that does.
public final class Wiring {
    private final Directories directories;
    private final DualEncoder encoder;

    /// Wires the program for some directories. The libraries that unpack native code are told to do it there: left alone,
    /// each would make a directory of its own in the user's home.
    public Wiring(Directories directories) {
        this.directories = directories;
        System.setProperty("org.bytedeco.javacpp.cachedir", directories.natives().resolve("javacpp").toString());
        System.setProperty("DJL_CACHE_DIR", directories.natives().resolve("djl").toString());
        LogFiles.start(directories.state());
        this.encoder = StarterModel.bundled(Runtime.getRuntime().availableProcessors());
    }

    /// Opens the user's library for writing.
    public PhotoLibrary open(StageObserver observer) {
        return PhotoLibrary.open(directories.library(), encoder, observer);
    }

    /// Opens the user's library for searching.
    public PhotoLibrary openReadOnly() {
        return PhotoLibrary.openReadOnly(directories.library(), encoder);
    }

    /// Tags pictures without a library.
    ///
    /// @param labels file of the user's own labels; the everyday ones if empty
    /// @throws IllegalArgumentException if the file holds no labels or a line is wrong; the message is for the user
    /// @throws IOException              if it cannot be read
    public Tagging tagging(Optional<Path> labels) throws IOException {
        Vocabulary vocabulary = labels.isPresent() ? Vocabulary.read(labels.get()) : Vocabulary.everyday();
        return Tagging.open(directories.library(), encoder, vocabulary);
    }

    public Doctor doctor() {
        return new Doctor(directories, encoder, this::openReadOnly);
    }

    /// An evaluation in a library of its own, which lies in a directory that the caller deletes.
    public Evaluation evaluation(Path scratch) {
        return new Evaluation(
                () -> PhotoLibrary.open(new LibraryLocation(scratch, scratch), encoder, StageObserver.NONE));
    }
}
