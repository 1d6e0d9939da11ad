package semblance.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogBackup;
import semblance.indexer.catalog.CatalogException;
import semblance.indexer.concurrent.LibraryThreads;
import semblance.indexer.decode.worker.DecoderHost;
import semblance.indexer.encode.BatchSizes;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.follow.Following;
import semblance.indexer.index.TextView;
import semblance.indexer.index.VectorView;
import semblance.indexer.pipeline.DecodeMarks;
import semblance.indexer.pipeline.RunStarter;
import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;
import semblance.indexer.scan.Drives;
import semblance.indexer.scan.LibraryRules;
import semblance.indexer.scan.SystemDrives;
import semblance.indexer.search.PhotoSearch;
import semblance.indexer.space.LibraryModels;
import semblance.indexer.space.SearchSpace;
import semblance.indexer.space.SpaceOpener;
import semblance.indexer.space.Spaces;
import semblance.indexer.tag.FileTagger;
import semblance.indexer.tag.LibraryTagging;
import semblance.indexer.tag.Suggesters;
import semblance.indexer.tag.Vocabulary;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.indexer.thumbnail.Thumbnails;
import semblance.model.DualEncoder;
import semblance.model.ModelLoadException;
import semblance.model.zeroshot.LabelCache;

/// All of a user's photos: the way in for the window and the command line. Thread-safe. One process at a time opens a
/// library for writing; any number read it beside that one.
public final class PhotoLibrary implements AutoCloseable {
    private final LibraryThreads threads;
    private final Catalog catalog;
    private final Spaces spaces;
    private final TextView texts;
    private final Suggesters suggesters;
    private final ThumbnailStore thumbnailStore;
    private final RunStarter runs;
    private final LibraryRules rules;
    private final Clock clock;
    private final Queue<Following> followings = new ConcurrentLinkedQueue<>();
    private final DecodeMarks marks;
    private final DecoderHost decoders;
    private final @Nullable LibraryLock lock;

    private PhotoLibrary(LibraryThreads threads, Catalog catalog, Spaces spaces, TextView texts, Suggesters suggesters,
            ThumbnailStore thumbnailStore, RunStarter runs, LibraryRules rules, Clock clock, DecodeMarks marks,
            DecoderHost decoders, @Nullable LibraryLock lock) {
        this.threads = threads;
        this.catalog = catalog;
        this.spaces = spaces;
        this.texts = texts;
        this.suggesters = suggesters;
        this.thumbnailStore = thumbnailStore;
        this.runs = runs;
        this.rules = rules;
        this.clock = clock;
        this.marks = marks;
        this.decoders = decoders;
        this.lock = lock;
    }

    /// Opens a library for writing and searching; makes it if there is none.
    ///
    /// @throws CatalogException     if it cannot be used; a [semblance.indexer.catalog.LibraryInUseException] if another
    ///                              process writes it
    /// @throws UncheckedIOException if its index cannot be written
    public static PhotoLibrary open(LibraryLocation location, DualEncoder encoder, StageObserver observer) {
        return open(location, LibraryModels.only(encoder), observer, Clock.systemUTC());
    }

    /// As [#open(LibraryLocation, DualEncoder, StageObserver)].
    ///
    /// @param models those that the user can choose from
    /// @param clock  says when things happen, and how long ago that is
    /// @throws semblance.model.ModelLoadException if the chosen model is not installed
    public static PhotoLibrary open(LibraryLocation location, LibraryModels models, StageObserver observer,
            Clock clock) {
        return open(location, models, observer, clock, new SystemDrives());
    }

    /// As [#open(LibraryLocation, DualEncoder, StageObserver)].
    ///
    /// @param clock  says when things happen, and how long ago that is
    /// @param drives tells apart what is plugged in and mounted
    public static PhotoLibrary open(LibraryLocation location, LibraryModels models, StageObserver observer,
            Clock clock, Drives drives) {
        NetworkDrives.refuse(location.data());
        LibraryLock lock = LibraryLock.take(location.lock());
        return assemble(location, models, observer, clock, drives, lock);
    }

    /// Opens a library for searching, beside a process that writes it or alone. Nothing on disk is changed.
    ///
    /// @throws CatalogException if there is no library yet, or it cannot be used
    public static PhotoLibrary openReadOnly(LibraryLocation location, DualEncoder encoder) {
        return openReadOnly(location, LibraryModels.only(encoder));
    }

    /// As [#openReadOnly(LibraryLocation, DualEncoder)].
    ///
    /// @param models those that the user can choose from
    /// @throws semblance.model.ModelLoadException if the chosen model is not installed
    public static PhotoLibrary openReadOnly(LibraryLocation location, LibraryModels models) {
        NetworkDrives.refuse(location.data());
        return assemble(location, models, StageObserver.NONE, Clock.systemUTC(), new SystemDrives(), null);
    }

    /// Chooses a model for a library, by the id under which it is installed; makes the library if there is none. It is used
    /// from the next opening on: at once where the library has all its embeddings already, else after they have been made.
    ///
    /// @throws CatalogException if another process writes the library, or it cannot be used
    public static void choose(LibraryLocation location, String model) {
        NetworkDrives.refuse(location.data());
        LibraryLock lock = LibraryLock.take(location.lock());
        try (LibraryThreads threads = LibraryThreads.start();
                Catalog catalog = Catalog.openForWriting(location.catalog(), threads.write(), Clock.systemUTC())) {
            catalog.writeDurably(session -> session.models().choose(model));
        } finally {
            release(lock);
        }
    }

    /// The model that searches of a library use; the usual one where there is no library yet. Nothing is opened for long, nothing
    /// on disk is changed.
    ///
    /// @throws CatalogException if there is a library and it cannot be used
    public static DualEncoder modelInUse(LibraryLocation location, LibraryModels models) {
        if (!Files.exists(location.catalog())) {
            return models.usual();
        }
        NetworkDrives.refuse(location.data());
        try (Catalog catalog = Catalog.openForReading(location.catalog())) {
            return Spaces.inUse(catalog, models).orElseGet(models::usual);
        }
    }

    /// Copies a library's catalog, beside a process that writes it too: folders, photos, tags and embeddings, but not what can
    /// be made anew from them.
    ///
    /// @param target the file to make; one that is there is replaced
    /// @throws CatalogException if there is no library, or its catalog is damaged
    /// @throws IOException      if the copy cannot be put in its place
    public static void backUp(LibraryLocation location, Path target) throws IOException {
        new CatalogBackup(location.catalog()).write(target);
    }

    /// Puts a backup in the place of a library's catalog, which is kept beside it; makes the library if there is none. Nothing
    /// is encoded again for that.
    ///
    /// @return where the catalog is that was replaced; the backup itself if there was none
    /// @throws CatalogException if the backup is damaged or of a newer version, or another process writes the library; nothing
    ///                          is changed then
    /// @throws IOException      if a file cannot be written
    public static Path restore(LibraryLocation location, Path backup) throws IOException {
        NetworkDrives.refuse(location.data());
        LibraryLock lock = LibraryLock.take(location.lock());
        try {
            return new CatalogBackup(location.catalog()).restore(backup, Clock.systemUTC());
        } finally {
            lock.close();
        }
    }

    private static PhotoLibrary assemble(LibraryLocation location, LibraryModels models, StageObserver observer,
            Clock clock, Drives drives, @Nullable LibraryLock lock) {
        LibraryThreads threads = LibraryThreads.start();
        DecoderHost decoders = new DecoderHost(threads.decoders());
        DecodeMarks marks = lock == null ? DecodeMarks.none() : DecodeMarks.open(location.decoding());
        Catalog catalog = null;
        Spaces spaces = null;
        TextView texts = null;
        try {
            catalog = lock == null
                    ? Catalog.openForReading(location.catalog())
                    : Catalog.openForWriting(location.catalog(), threads.write(), clock);
            Spaces opened = Spaces.open(catalog, models, opener(location, catalog, threads, observer, lock != null),
                    lock != null);
            spaces = opened;
            TextView written = lock == null
                    ? TextView.openForReading(catalog, location.indexes())
                    : TextView.openForWriting(catalog, location.indexes());
            texts = written;
            ThumbnailStore thumbnails = new ThumbnailStore(location.thumbnails());
            Suggesters suggesters = new Suggesters(Vocabulary.everyday(), new LabelCache(location.labels()));
            LibraryRules rules = new LibraryRules(location.ownFiles(), drives);
            RunStarter runs = new RunStarter(catalog, rules, opened, thumbnails, threads, observer,
                    new LibraryFollowers(
                            new LibraryTagging(catalog, () -> suggesters.of(opened.current())), written,
                            threads.write()),
                    marks, decoders.decoder());
            runs.noteCrashes();
            return new PhotoLibrary(threads, catalog, opened, written, suggesters, thumbnails, runs, rules, clock,
                    marks,
                    decoders, lock);
        } catch (CatalogException | ModelLoadException | UncheckedIOException e) {
            if (texts != null) {
                texts.close();
            }
            if (spaces != null) {
                spaces.close();
            }
            if (catalog != null) {
                catalog.close();
            }
            threads.close();
            decoders.close();
            marks.close();
            release(lock);
            throw e;
        }
    }

    private static SpaceOpener opener(LibraryLocation location, Catalog catalog, LibraryThreads threads,
            StageObserver observer, boolean writes) {
        return new SpaceOpener() {
            @Override
            public SearchSpace open(DualEncoder model, VectorView index) {
                return new SearchSpace(model, new EncoderHost(model, threads.encode(), threads.query(),
                        new BatchSizes(location.batches())), index);
            }

            @Override
            public VectorView index(DualEncoder model) {
                return writes
                        ? VectorView.openForWriting(catalog, model.space(), location.indexes(),
                                () -> observer.enter(Stage.INDEX_MERGE)::close)
                        : VectorView.openForReading(catalog, model.space(), location.indexes());
            }
        };
    }

    public Folders folders() {
        return new Folders(catalog, rules, runs);
    }

    public Indexing indexing() {
        return new Indexing(catalog, runs, rules, clock, followings);
    }

    /// Searches in the space in use at this moment: to be asked for anew for each search.
    public PhotoSearch search() {
        SearchSpace space = spaces.current();
        return new PhotoSearch(catalog, space.view(), texts, space.encoders(), decoders.decoder());
    }

    public Photos photos() {
        return new Photos(catalog, rules);
    }

    public Thumbnails thumbnails() {
        return new Thumbnails(catalog, thumbnailStore, decoders.decoder());
    }

    public Tags tags() {
        SearchSpace space = spaces.current();
        return new Tags(catalog,
                new FileTagger(space.encoders(), threads.decode(), suggesters.of(space), decoders.decoder()));
    }

    /// The model that searches use, and the one that is to take its place.
    public Models models() {
        return new Models(catalog, spaces, runs);
    }

    /// Looks for damage and contradictions in catalog and index.
    ///
    /// @param full reads everything instead of taking a quick look
    public List<HealthCheck> health(boolean full) {
        return new LibraryHealth(catalog, spaces.current().view(), spaces.current().model().space(), texts).check(full);
    }

    /// Ends a run under way, keeping what it has recorded, and frees everything.
    @Override
    public void close() {
        followings.forEach(Following::close);
        runs.cancel();
        threads.run().close();
        try {
            if (lock != null) {
                threads.write().call(() -> {
                    texts.follow();
                    texts.commit();
                    return true;
                });
            }
        } finally {
            texts.close();
            spaces.close();
            catalog.close();
            threads.close();
            decoders.close();
            marks.clear();
            marks.close();
            release(lock);
        }
    }

    private static void release(@Nullable LibraryLock lock) {
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the library's lock cannot be released", e);
            }
        }
    }
}
