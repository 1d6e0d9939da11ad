package semblance.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import semblance.app.concurrent.DaemonThreads;
import semblance.app.models.ImageProvider;
import semblance.app.models.InstalledModels;
import semblance.app.models.LanguageHints;
import semblance.app.models.ModelDownloads;
import semblance.app.models.ModelShelf;
import semblance.app.settings.SettingsFile;
import semblance.app.window.system.SystemDesktop;
import semblance.app.window.tag.PictureTagger;
import semblance.app.window.tag.SuggestedTag;
import semblance.app.window.testing.Drawn;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.model.card.BuiltInCards;
import semblance.model.card.ModelCard;
import semblance.model.starter.StarterModel;
import semblance.model.store.ModelStore;
import semblance.model.store.download.Disk;
import semblance.model.store.download.FileDownloader;

/// Directories of a test, a folder of drawn pictures, and what the window needs from outside: the real library and the
/// real encoders, and fakes for the user's other programs and for tagging.
final class WindowFixture {
    final Path photos;
    final Drawn drawn;
    final SettingsFile settings;
    /// What other programs were asked to do, for example `open sunset.jpg`.
    final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final Path root;
    private BuiltInCards cards = new BuiltInCards();
    /// Nothing listens there.
    private String hub = "http://127.0.0.1:9";
    private StageObserver observer = StageObserver.NONE;

    WindowFixture(Path temporary) throws IOException {
        root = temporary.toRealPath();
        photos = Files.createDirectories(root.resolve("photos"));
        drawn = new Drawn(photos);
        settings = new SettingsFile(root.resolve("config").resolve("settings.json"));
    }

    Path data() {
        return root.resolve("data");
    }

    LibraryLocation location() {
        return new LibraryLocation(data(), root.resolve("cache"));
    }

    PhotoLibrary library() {
        return PhotoLibrary.open(location(), new InstalledModels(store(), StarterModel.bundled(1), 1,
                new ImageProvider(Optional.of("cpu"), () -> "auto").choice()), observer, Clock.systemUTC());
    }

    /// Lets the program know these models besides its own, published on a hub.
    void publish(String address, ModelCard... published) {
        hub = address;
        cards = new BuiltInCards(Stream.concat(Stream.of(new BuiltInCards().all().getFirst()), Stream.of(published))
                .toList());
    }

    ModelStore store() {
        return new ModelStore(data().resolve("models"), cards);
    }

    private ModelServices models() {
        ModelShelf shelf = new ModelShelf(store(), new FileDownloader(Map.of("HF_ENDPOINT", hub), Disk.REAL,
                Clock.systemUTC(), _ -> {
                }));
        return new ModelServices(shelf, new ModelDownloads(shelf, DaemonThreads.named("semblance-download")),
                new LanguageHints(shelf), () -> "The CPU computes.");
    }

    WindowServices services() {
        return new WindowServices(data(), root.resolve("dropped"), settings, this::library, _ -> tagger(), models(),
                desktop());
    }

    /// Indexes the folders of the library, without a window.
    void index() throws ExecutionException, InterruptedException {
        try (PhotoLibrary library = library()) {
            library.indexing().start(library.folders().all()).result().get();
        }
    }

    /// Lets no photo be decoded, in libraries opened from now on, until the latch is open.
    void holdDecoding(CountDownLatch latch) {
        observer = stage -> {
            if (stage == Stage.DECODE) {
                awaitUninterruptibly(latch);
            }
            return StageObserver.NONE.enter(stage);
        };
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            if (!latch.await(2, TimeUnit.MINUTES)) {
                throw new AssertionError("the test never let decoding go on");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static PictureTagger tagger() {
        return picture -> picture.endsWith("doubtful.png")
                ? List.of()
                : List.of(new SuggestedTag("tag of " + picture.getFileName(), 0.8), new SuggestedTag("another", 0.1));
    }

    private SystemDesktop desktop() {
        return new SystemDesktop() {
            @Override
            public void open(Path file) throws IOException {
                if (!Files.exists(file)) {
                    throw new NoSuchFileException(file.toString());
                }
                asked.add("open " + file.getFileName());
            }

            @Override
            public void browse(String address) {
                asked.add("browse " + address);
            }

            @Override
            public void reveal(Path file) {
                asked.add("reveal " + file.getFileName());
            }
        };
    }
}
