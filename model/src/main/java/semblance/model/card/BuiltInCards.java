package semblance.model.card;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

import semblance.model.ModelLoadException;

/// The cards that come with the program. Immutable and thread-safe.
public final class BuiltInCards {
    /// The id of the model whose files come with the program, too.
    public static final String STARTER = "semblance-starter-1";

    private static final List<String> IDS = List.of(STARTER, "clip-vit-base-patch32", "clip-vit-base-patch32-fp16",
            "siglip-base-patch16-224", "siglip2-base-patch16-224-fp16", "clip-vit-b-32-multilingual-v1");

    private final List<ModelCard> cards;

    /// Reads them.
    ///
    /// @throws ModelLoadException if one is missing or damaged
    public BuiltInCards() {
        CardFormat format = new CardFormat();
        cards = IDS.stream().map(id -> format.read(id, bytes(id + ".json"))).toList();
    }

    /// Takes others in their place.
    ///
    /// @param cards that of the starter among them
    public BuiltInCards(List<ModelCard> cards) {
        this.cards = List.copyOf(cards);
    }

    /// All of them, the starter first.
    public List<ModelCard> all() {
        return cards;
    }

    /// One of them.
    ///
    /// @return empty if none has this id
    public Optional<ModelCard> find(String id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    private static byte[] bytes(String name) {
        try (InputStream in = BuiltInCards.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new ModelLoadException("The model card " + name + " is missing. Reinstall Semblance.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelLoadException("The model card " + name + " cannot be read (" + e.getMessage()
                    + "). Reinstall Semblance.", e);
        }
    }
}
