package semblance.indexer.space;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.index.VectorView;
import semblance.model.DualEncoder;
import semblance.model.ModelLoadException;

/// The space a library is searched in and, where the user has chosen another model, the one that is being filled beside it.
/// Searches use the old space until the new one has an embedding of every photo; then [#change] makes it the one in use. The
/// old one keeps its embeddings, so that the way back costs nothing.
///
/// Thread-safe.
public final class Spaces implements AutoCloseable {
    private final Catalog catalog;
    private final LibraryModels models;
    private final SpaceOpener opener;
    private final List<SearchSpace> open = new CopyOnWriteArrayList<>();
    private volatile SearchSpace current;
    private volatile Optional<SearchSpace> incoming = Optional.empty();

    private Spaces(Catalog catalog, LibraryModels models, SpaceOpener opener, SearchSpace current) {
        this.catalog = catalog;
        this.models = models;
        this.opener = opener;
        this.current = current;
        open.add(current);
    }

    /// Opens the spaces of a library.
    ///
    /// @param opener opens the encoders and the index of a model
    /// @param writes whether this process may change the library; if not, no space is filled
    /// @throws ModelLoadException if the chosen model is not installed; the message is for the user
    public static Spaces open(Catalog catalog, LibraryModels models, SpaceOpener opener, boolean writes) {
        DualEncoder wanted = wanted(catalog, models);
        Optional<DualEncoder> old = inUse(catalog, models)
                .filter(model -> !model.space().equals(wanted.space()) && !isComplete(catalog, wanted));
        Spaces spaces = new Spaces(catalog, models, opener, opener.open(old.orElse(wanted)));
        try {
            if (writes) {
                old.ifPresent(_ -> spaces.fill(opener.open(wanted)));
                spaces.noteInUse(old.isEmpty());
            }
            return spaces;
        } catch (RuntimeException e) {
            spaces.close();
            throw e;
        }
    }

    /// The model that searches of a library use, if it is installed; another one of the same space where it is not. Empty for a
    /// library that was never opened for writing.
    public static Optional<DualEncoder> inUse(Catalog catalog, LibraryModels models) {
        return catalog.read(session -> session.models().spaceInUse()).flatMap(space -> {
            Optional<String> id = catalog.read(session -> session.models().modelInUse());
            return (id.isEmpty() ? Optional.of(models.usual()) : models.byId(id.get()))
                    .filter(model -> model.space().id().equals(space)).or(() -> models.bySpace(space));
        });
    }

    private void fill(SearchSpace space) {
        open.add(space);
        incoming = Optional.of(space);
    }

    private static DualEncoder wanted(Catalog catalog, LibraryModels models) {
        Optional<String> chosen = catalog.read(session -> session.models().chosen());
        return chosen.isEmpty()
                ? models.usual()
                : models.byId(chosen.get()).orElseThrow(() -> new ModelLoadException("The model " + chosen.get()
                        + ", which was chosen for this library, is not installed any more. Install it again, or choose"
                        + " another: semblance models use ID."));
    }

    private static boolean isComplete(Catalog catalog, DualEncoder model) {
        return catalog.read(session -> session.embeddings().knownSpace(model.space())
                .map(session.models()::isComplete).orElseGet(() -> session.counts().indexed() == 0));
    }

    /// @param chosen whether the space in use is that of the chosen model
    private void noteInUse(boolean chosen) {
        boolean noted = catalog.read(session -> session.models().spaceInUse().equals(Optional.of(current.id()))
                && (!chosen || session.models().modelInUse().equals(session.models().chosen())));
        if (!noted) {
            catalog.writeDurably(session -> session.models().use(current.id()));
        }
    }

    /// The space that searches use at this moment. To be asked for anew for each search.
    public SearchSpace current() {
        return current;
    }

    /// The space that is being filled, if there is one.
    public Optional<SearchSpace> incoming() {
        return incoming;
    }

    /// How many photos have no embedding in a space yet, for whatever reason.
    public long lacking(SearchSpace space) {
        return catalog.read(session -> session.models().countWithout(space.id()));
    }

    /// Makes the incoming space the one in use, if every photo has its embedding there.
    ///
    /// @param writer the catalog's
    /// @return whether it has become that
    public boolean change(SingleThread writer) {
        SearchSpace next = incoming.filter(space -> isComplete(catalog, space.model())).orElse(null);
        if (next == null) {
            return false;
        }
        enter(next, writer);
        return true;
    }

    /// Chooses another installed model while the library is open, which ends a change that is under way. Not while a run is:
    /// on the thread of the runs.
    ///
    /// @return whether searches use it from now on; if not, its space is the incoming one
    /// @throws ModelLoadException if it is not installed; nothing is changed then
    public boolean choose(String id, SingleThread writer) {
        DualEncoder model = models.byId(id).orElseThrow(() -> new ModelLoadException("There is no model " + id
                + " on this machine. semblance models list names those there are."));
        SearchSpace next = space(model);
        catalog.writeDurably(session -> session.models().choose(id));
        boolean complete = next.id().equals(current.id()) || isComplete(catalog, model);
        incoming.ifPresent(space -> space.encoders().close());
        if (complete) {
            enter(next, writer);
        } else {
            incoming = Optional.of(next);
        }
        return complete;
    }

    /// With the index that is open for the model's space already, where there is one: an index has one writer.
    private SearchSpace space(DualEncoder model) {
        SearchSpace space = open.stream().filter(known -> known.id().equals(model.space().id())).findFirst()
                .map(known -> opener.open(model, known.view())).orElseGet(() -> opener.open(model));
        open.add(space);
        return space;
    }

    private void enter(SearchSpace next, SingleThread writer) {
        SearchSpace last = current;
        writer.call(() -> {
            next.view().follow();
            catalog.writeDurably(session -> session.models().use(next.id()));
            next.view().commit();
            return true;
        });
        current = next;
        incoming = Optional.empty();
        // A search that has just begun loads a tower again; the index stays open for it.
        last.encoders().close();
    }

    /// Brings the indexes of all spaces in use up to date and makes them durable. On the thread that writes the catalog.
    public void follow() {
        current.view().follow();
        current.view().commit();
        incoming.ifPresent(space -> {
            space.view().follow();
            space.view().commit();
        });
    }

    @Override
    public void close() {
        open.stream().map(SearchSpace::view).distinct().forEach(VectorView::close);
        open.forEach(space -> space.encoders().close());
    }
}
