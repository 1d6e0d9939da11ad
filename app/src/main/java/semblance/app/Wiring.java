package semblance.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import semblance.app.concurrent.DaemonThreads;
import semblance.app.doctor.Doctor;
import semblance.app.eval.Evaluation;
import semblance.app.logging.LogFiles;
import semblance.app.models.InstalledModels;
import semblance.app.models.LanguageHints;
import semblance.app.models.ModelDownloads;
import semblance.app.models.ModelShelf;
import semblance.app.natives.NativeLibraries;
import semblance.app.natives.OnnxTelemetry;
import semblance.app.settings.SettingsFile;
import semblance.app.window.WindowProgram;
import semblance.app.window.WindowServices;
import semblance.app.window.system.CommandDesktop;
import semblance.app.window.tag.SuggestedTag;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.Tagging;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.space.LibraryModels;
import semblance.indexer.tag.LabelsException;
import semblance.indexer.tag.Vocabulary;
import semblance.model.DualEncoder;
import semblance.model.card.BuiltInCards;
import semblance.model.starter.StarterModel;
import semblance.model.store.ModelStore;
import semblance.model.store.download.Disk;
import semblance.model.store.download.FileDownloader;

/// Puts the program's objects together; the one place that does.
public final class Wiring {
    private final Directories directories;
    private final Runnable beforePictures;
    private final DualEncoder encoder;
    private final LibraryModels installed;
    private final ModelStore store;
    private final ModelShelf shelf;

    /// Wires the program for some directories.
    public Wiring(Directories directories) {
        this(directories, () -> {
        });
    }

    /// Wires the program for some directories.
    ///
    /// @param beforePictures done before files are decoded, which is when native libraries begin to complain
    public Wiring(Directories directories, Runnable beforePictures) {
        this(directories, beforePictures, new BuiltInCards(), System.getenv());
    }

    /// Wires the program for some directories.
    ///
    /// @param cards       of the models that the program knows
    /// @param environment variables that say where models are downloaded from, and how
    public Wiring(Directories directories, Runnable beforePictures, BuiltInCards cards,
            Map<String, String> environment) {
        this.directories = directories;
        this.beforePictures = beforePictures;
        LogFiles.start(directories.state());
        OnnxTelemetry.disable(System.getenv());
        new NativeLibraries(directories.natives()).provide();
        int threads = Runtime.getRuntime().availableProcessors();
        this.encoder = StarterModel.bundled(threads);
        this.store = new ModelStore(directories.data().resolve("models"), cards);
        this.installed = new InstalledModels(store, encoder, threads);
        this.shelf = new ModelShelf(store,
                new FileDownloader(environment, Disk.REAL, Clock.systemUTC(), Thread::sleep));
    }

    /// Opens the user's library for writing.
    public PhotoLibrary open(StageObserver observer) {
        beforePictures.run();
        return PhotoLibrary.open(directories.library(), installed, observer, Clock.systemUTC());
    }

    /// Whether the user has a library yet.
    public boolean hasLibrary() {
        return Files.exists(directories.library().catalog());
    }

    /// Opens the user's library for searching by descriptions.
    public PhotoLibrary openReadOnly() {
        return PhotoLibrary.openReadOnly(directories.library(), installed);
    }

    /// Opens the user's library for searching by descriptions and pictures.
    public PhotoLibrary openReadOnlyForPictures() {
        beforePictures.run();
        return openReadOnly();
    }

    /// Copies the catalog of the user's library.
    public void backUp(Path target) throws IOException {
        PhotoLibrary.backUp(directories.library(), target);
    }

    /// Puts a backup in the place of the catalog of the user's library.
    ///
    /// @return where the catalog is that was replaced; the backup itself if there was none
    public Path restore(Path backup) throws IOException {
        return PhotoLibrary.restore(directories.library(), backup);
    }

    /// The program with a window.
    public WindowProgram window() {
        return new WindowProgram(new WindowServices(directories.data(), directories.cache().resolve("dropped"),
                new SettingsFile(directories.config().resolve("settings.json")), () -> open(StageObserver.NONE),
                library -> picture -> suggest(library, picture), CommandDesktop.of(System.getProperty("os.name", ""))));
    }

    private static List<SuggestedTag> suggest(PhotoLibrary library, Path picture) throws IOException, DecodeException {
        return library.tags().suggest(Files.readAllBytes(picture)).stream()
                .map(tag -> new SuggestedTag(tag.tag(), tag.certainty())).toList();
    }

    /// Tags pictures without opening a library, with the model that the user's searches use.
    ///
    /// @param labels file of the user's own labels; the everyday ones if empty
    /// @throws LabelsException if the file holds no labels or a line is wrong
    /// @throws IOException     if it cannot be read
    public Tagging tagging(Optional<Path> labels) throws IOException, LabelsException {
        Vocabulary vocabulary = labels.isPresent() ? Vocabulary.read(labels.get()) : Vocabulary.everyday();
        beforePictures.run();
        return Tagging.open(directories.library(),
                PhotoLibrary.modelInUse(directories.library(), installed), vocabulary);
    }

    /// Chooses a model for the user's library, which uses it from the next opening on.
    public void choose(String model) {
        PhotoLibrary.choose(directories.library(), model);
    }

    /// The models on this machine.
    public ModelStore models() {
        return store;
    }

    /// The models on this machine and those that could be, for people to look at.
    public ModelShelf shelf() {
        return shelf;
    }

    /// Downloads of models. Whoever asks for it closes it.
    public ModelDownloads downloads() {
        return new ModelDownloads(shelf, DaemonThreads.named("semblance-download"));
    }

    /// Notices queries that the model in use does not understand.
    public LanguageHints languageHints() {
        return new LanguageHints(shelf);
    }

    public Doctor doctor() {
        return new Doctor(directories, encoder, this::openReadOnly);
    }

    /// An evaluation in a library of its own, which lies in a directory that the caller deletes.
    public Evaluation evaluation(Path scratch) {
        return new Evaluation(() -> {
            beforePictures.run();
            return PhotoLibrary.open(new LibraryLocation(scratch, scratch), encoder, StageObserver.NONE);
        });
    }
}
