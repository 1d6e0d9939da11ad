package semblance.model.starter;

import semblance.model.ModelLoadException;
import semblance.model.card.BuiltInCards;
import semblance.model.encoder.CardModel;
import semblance.model.files.ClassPathFiles;

/// The model in the program's own jars: a residual network of ours and all-MiniLM-L6-v2 with a head of ours, both into 256
/// dimensions. Its card is read and its towers are made as those of any other model.
public final class StarterModel {
    private StarterModel() {
    }

    /// The starter from the class path. Reads its card only.
    ///
    /// @param threads that each tower may use for one run, at least 1
    /// @throws ModelLoadException if the card is missing or damaged
    public static CardModel bundled(int threads) {
        return new CardModel(new BuiltInCards().find(BuiltInCards.STARTER).orElseThrow(), new ClassPathFiles(),
                threads);
    }
}
