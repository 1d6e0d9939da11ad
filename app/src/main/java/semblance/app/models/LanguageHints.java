package semblance.app.models;

import java.util.Comparator;
import java.util.Optional;

import semblance.model.card.BuiltInCards;
import semblance.model.card.ModelCard;
import semblance.model.store.StoredModel;

/// Notices queries that the model in use cannot understand, because they are not written in Latin letters and it has learnt
/// only languages that are. Looks at the disk, so not on the UI thread; thread-safe.
public final class LanguageHints {
    private final ModelShelf shelf;

    public LanguageHints(ModelShelf shelf) {
        this.shelf = shelf;
    }

    /// Looks at a query.
    ///
    /// @param description what the photos are to show
    /// @param answering   as [semblance.indexer.Models#answering] says
    /// @return empty if there is nothing to say
    public Optional<LanguageHint> of(String description, Optional<String> answering) {
        Optional<Writing> writing = Writing.of(description);
        if (writing.isEmpty()) {
            return Optional.empty(); // as nearly always, and without a look at the disk
        }
        String id = answering.orElse(BuiltInCards.STARTER);
        return shelf.stored().stream().map(StoredModel::card).filter(card -> card.id().equals(id)).findFirst()
                .filter(inUse -> !writing.get().isIn(inUse.languages()))
                .map(inUse -> new LanguageHint(writing.get().label(), inUse.title(), offer(writing.get(), inUse)));
    }

    /// One that needs no new embeddings, or is here already, before one that is smaller.
    private Optional<ModelOffer> offer(Writing writing, ModelCard inUse) {
        return shelf.stored().stream().map(StoredModel::card)
                .filter(card -> writing.isIn(card.languages()) && !card.languages().contains("und"))
                .filter(card -> card.image() != null || sharesSpace(card, inUse))
                .map(card -> new ModelOffer(shelf.find(card.id()), sharesSpace(card, inUse)
                        ? card.title() + " does, with the embeddings that the photos have."
                        : card.title() + " does, once the photos are encoded for it."))
                .min(Comparator.comparing((ModelOffer offer) -> !sharesSpace(offer, inUse))
                        .thenComparing(offer -> !offer.model().isUsable())
                        .thenComparingLong(offer -> offer.model().size()));
    }

    private boolean sharesSpace(ModelOffer offer, ModelCard inUse) {
        return shelf.stored().stream().map(StoredModel::card)
                .anyMatch(card -> card.id().equals(offer.model().id()) && sharesSpace(card, inUse));
    }

    private static boolean sharesSpace(ModelCard card, ModelCard inUse) {
        return card.spaces().stream().anyMatch(inUse.spaces()::contains);
    }
}
