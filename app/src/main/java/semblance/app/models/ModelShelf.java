package semblance.app.models;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import semblance.indexer.Models;
import semblance.model.card.BuiltInCards;
import semblance.model.card.ModelCard;
import semblance.model.card.ModelFile;
import semblance.model.card.Recall;
import semblance.model.card.Source;
import semblance.model.store.FileCheck;
import semblance.model.store.ModelDownload;
import semblance.model.store.ModelStore;
import semblance.model.store.StoredModel;
import semblance.model.store.download.FileDownloader;
import semblance.model.store.download.ModelHub;
import semblance.model.store.download.Transfer;

/// The models on this machine and those that could be. What fails here says so in words for the user, see
/// [semblance.app.doctor.Diagnosis]. Looks at the disk, so not on the UI thread; thread-safe.
public final class ModelShelf {
    private final ModelStore store;
    private final FileDownloader downloader;

    public ModelShelf(ModelStore store, FileDownloader downloader) {
        this.store = store;
        this.downloader = downloader;
    }

    /// All of them. Looks at the sizes of files, not into them.
    public ModelListing list() {
        var all = store.list();
        return new ModelListing(all.models().stream().map(model -> info(model, all.models())).toList(),
                all.problems());
    }

    /// One of them.
    ///
    /// @throws IllegalArgumentException if there is none of that id
    public ModelInfo find(String id) {
        return list().models().stream().filter(model -> model.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no model " + id + ". semblance models list names those there are."));
    }

    /// Reads every byte of a model that is on this machine, which takes seconds for a large one.
    public ModelVerification verify(String id) {
        List<FileCheck> checks = store.verify(id);
        return new ModelVerification(id,
                checks.stream().map(check -> new ModelVerification.CheckedFile(check.found().path(),
                        ModelVerification.FileState.valueOf(check.state().name()), check.detail())).toList(),
                remedy(id));
    }

    private String remedy(String id) {
        ModelInfo model = find(id);
        if (model.state() == ModelInfo.State.BUNDLED) {
            return "Reinstall Semblance.";
        }
        return model.page().isPresent()
                ? "semblance models download " + id + " fetches these files again, and no others."
                : "semblance models remove " + id + ", then import it again.";
    }

    /// Deletes a model, or what has come of one, from this machine. Embeddings that it has made stay in libraries: nothing is
    /// encoded again if it comes back.
    ///
    /// @param inUse ids that a library cannot do without, see [#neededBy]
    /// @return bytes that are free now
    /// @throws IllegalArgumentException if it is one of these
    public long remove(String id, Set<String> inUse) {
        if (inUse.contains(id)) {
            throw new IllegalArgumentException(
                    "The model " + id + " is in use. Choose another one first, with semblance"
                            + " models use, and let semblance index encode the photos for that.");
        }
        return store.remove(id);
    }

    /// The models that a library cannot do without: those that answer or are to, and for texts alone the ones whose image
    /// towers they borrow.
    public Set<String> neededBy(Models library) {
        List<StoredModel> here = store.list().models().stream().filter(StoredModel::isHere).toList();
        Set<String> needed = new HashSet<>();
        library.answering().ifPresent(needed::add);
        library.chosen().ifPresent(needed::add);
        Set<String> spaces = new HashSet<>(Set.of(library.inUse().id()));
        library.change().ifPresent(change -> spaces.add(change.space().id()));
        for (String space : spaces) {
            List<String> towers = here.stream().map(StoredModel::card)
                    .filter(card -> card.image() != null && card.space().id().equals(space)).map(ModelCard::id)
                    .toList();
            if (towers.stream().noneMatch(needed::contains) && towers.size() == 1) {
                needed.addAll(towers);
            }
        }
        return needed;
    }

    /// The id of the embedding space that a model's images are in; empty for one of texts alone.
    public Optional<String> space(String id) {
        return store.find(id).map(StoredModel::card).filter(card -> card.image() != null)
                .map(card -> card.space().id());
    }

    /// A model that would serve better than the one that came with the program, as long as that is in use.
    ///
    /// @param answering as [semblance.indexer.Models#answering] says
    /// @param user      whose language counts
    public Optional<ModelOffer> offer(Optional<String> answering, Locale user) {
        if (!answering.orElse(BuiltInCards.STARTER).equals(BuiltInCards.STARTER)) {
            return Optional.empty();
        }
        boolean english = user.getLanguage().isEmpty() || user.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return store.list().models().stream().map(StoredModel::card)
                .filter(card -> !card.id().equals(BuiltInCards.STARTER) && card.image() != null
                        && card.improves() != null)
                .filter(card -> english || card.languages().contains("mul")
                        || card.languages().contains(user.getLanguage()))
                .max(Comparator.comparingDouble(ModelShelf::recall))
                .map(card -> new ModelOffer(find(card.id()), String.valueOf(card.improves())));
    }

    private static double recall(ModelCard card) {
        return card.recall().stream().mapToDouble(Recall::r1).max().orElse(0);
    }

    /// The models with both towers and those for texts, as their cards are.
    List<StoredModel> stored() {
        return store.list().models();
    }

    Download.Work download(String id) {
        ModelDownload download = store.download(id, downloader);
        return new Download.Work() {
            @Override
            public void run() throws InterruptedException {
                download.run();
            }

            @Override
            public DownloadProgress progress() {
                return ModelShelf.progress(download.progress());
            }
        };
    }

    private static DownloadProgress progress(Transfer transfer) {
        return new DownloadProgress(DownloadProgress.Phase.valueOf(transfer.phase().name()), transfer.bytes(),
                transfer.total(), transfer.fetched(), transfer.elapsed(), transfer.file(),
                Optional.ofNullable(transfer.trouble()));
    }

    private static ModelInfo info(StoredModel model, List<StoredModel> all) {
        ModelCard card = model.card();
        ModelInfo.State state = switch (model.state()) {
            case BUNDLED -> ModelInfo.State.BUNDLED;
            case INSTALLED -> ModelInfo.State.INSTALLED;
            case DOWNLOADING -> ModelInfo.State.DOWNLOADING;
            case KNOWN -> ModelInfo.State.AVAILABLE;
        };
        long size = card.files().stream().map(ModelFile::size).filter(Objects::nonNull)
                .mapToLong(Objects::requireNonNull).sum();
        return new ModelInfo(card.id(), card.title(), state, card.licence(), card.languages(), card.dimension(), size,
                model.downloaded(), Optional.ofNullable(card.improves()), needs(card, all), page(card.source()));
    }

    private static Optional<String> needs(ModelCard card, List<StoredModel> all) {
        List<StoredModel> towers = all.stream()
                .filter(each -> each.card().image() != null && card.spaces().contains(each.card().space().id()))
                .toList();
        return card.image() != null || towers.stream().anyMatch(StoredModel::isHere)
                ? Optional.empty()
                : towers.stream().findFirst().map(tower -> tower.card().id());
    }

    private static Optional<String> page(@Nullable Source source) {
        return source == null || source.repository().equals(Source.BUNDLED)
                ? Optional.empty()
                : Optional.of(ModelHub.publicPage(source).toString());
    }
}
