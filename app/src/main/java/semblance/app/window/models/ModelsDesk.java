package semblance.app.window.models;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import semblance.app.models.Download;
import semblance.app.models.ModelDownloads;
import semblance.app.models.ModelInfo;
import semblance.app.models.ModelListing;
import semblance.app.models.ModelShelf;
import semblance.indexer.Models;
import semblance.indexer.PhotoLibrary;

/// The models of this machine together with a library that uses them. Looks at the disk, so not on the UI thread.
public final class ModelsDesk {
    private final ModelShelf shelf;
    private final ModelDownloads downloads;
    private final PhotoLibrary library;

    public ModelsDesk(ModelShelf shelf, ModelDownloads downloads, PhotoLibrary library) {
        this.shelf = shelf;
        this.downloads = downloads;
        this.library = library;
    }

    ModelsState look() {
        ModelListing listing = shelf.list();
        Models models = library.models();
        Optional<String> answering = models.answering();
        List<ModelRow> rows = listing.models().stream()
                .map(info -> new ModelRow(info,
                        info.needs().flatMap(
                                id -> listing.models().stream().filter(each -> each.id().equals(id)).findFirst()),
                        use(info, answering, models), Optional.empty(), ""))
                .toList();
        return new ModelsState(rows, models.change().map(Models.Change::lacking).orElse(0L),
                shelf.offer(answering, Locale.getDefault()), listing.problems());
    }

    private static ModelRow.Use use(ModelInfo info, Optional<String> answering, Models models) {
        boolean bundled = info.state() == ModelInfo.State.BUNDLED;
        if (answering.map(info.id()::equals).orElse(bundled)) {
            return ModelRow.Use.IN_USE;
        }
        return models.change().isPresent() && models.chosen().map(info.id()::equals).orElse(bundled)
                ? ModelRow.Use.COMING
                : ModelRow.Use.NONE;
    }

    Download download(String id) {
        return downloads.start(id);
    }

    boolean use(String id) {
        return library.models().use(id);
    }

    long remove(String id) {
        return shelf.remove(id, shelf.neededBy(library.models()));
    }
}
