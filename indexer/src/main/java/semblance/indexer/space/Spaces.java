package semblance.indexer.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.concurrent.SingleThread;
import semblance.model.DualEncoder;
import semblance.model.ModelLoadException;

/// The space a library is searched in and, where the user has chosen another model, the one that is being filled beside it.
/// Searches use the old space until the new one has an embedding of every photo; then [#change] makes it the one in use. The
/// old one keeps its embeddings, so that the way back costs nothing.
///
/// Thread-safe.
public final class Spaces implements AutoCloseable {
    private final Catalog catalog;
    private final List<SearchSpace> open = new ArrayList<>();
    private volatile SearchSpace current;
    private volatile Optional<SearchSpace> incoming;

    private Spaces(Catalog catalog, SearchSpace current, Optional<SearchSpace> incoming) {
        this.catalog = catalog;
        this.current = current;
        this.incoming = incoming;
        open.add(current);
        incoming.ifPresent(open::add);
    }

    /// Opens the spaces of a library.
    ///
    /// @param opener opens the encoders and the index of a model
    /// @param writes whether this process may change the library; if not, no space is filled
    /// @throws ModelLoadException if the chosen model is not installed; the message is for the user
    public static Spaces open(Catalog catalog, LibraryModels models, Function<DualEncoder, SearchSpace> opener,
            boolean writes) {
        DualEncoder wanted = wanted(catalog, models);
        Optional<DualEncoder> old = catalog.read(session -> session.models().spaceInUse())
                .filter(space -> !space.equals(wanted.space().id())).flatMap(models::bySpace)
                .filter(_ -> !isComplete(catalog, wanted));
        Spaces spaces = old.isEmpty()
                ? new Spaces(catalog, opener.apply(wanted), Optional.empty())
                : new Spaces(catalog, opener.apply(old.get()),
                        writes ? Optional.of(opener.apply(wanted)) : Optional.empty());
        if (writes) {
            spaces.noteInUse();
        }
        return spaces;
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
                .map(space -> session.models().countLacking(space) == 0).orElse(false));
    }

    private void noteInUse() {
        String id = current.id();
        if (!catalog.read(session -> session.models().spaceInUse()).equals(Optional.of(id))) {
            catalog.writeDurably(session -> session.models().use(id));
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

    /// Makes the incoming space the one in use, if every photo has its embedding there.
    ///
    /// @param writer the catalog's
    /// @return whether it has become that
    public boolean change(SingleThread writer) {
        SearchSpace next = incoming.filter(space -> isComplete(catalog, space.model())).orElse(null);
        if (next == null) {
            return false;
        }
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
        return true;
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
        open.forEach(space -> space.view().close());
        open.forEach(space -> space.encoders().close());
    }
}
