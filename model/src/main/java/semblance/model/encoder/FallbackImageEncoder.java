package semblance.model.encoder;

import java.util.List;
import java.util.function.Function;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.ModelLoadException;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderChoice;
import semblance.model.provider.ProviderException;

/// An image tower on the chosen provider, which moves to the CPU if that one does not take it or fails at work: a card that
/// was lost must not make every photo behind it a failure. Not thread-safe.
final class FallbackImageEncoder implements ImageEncoder {
    private static final Logger LOG = LoggerFactory.getLogger(FallbackImageEncoder.class);

    private final Function<ExecutionProvider, ImageEncoder> towers;
    private final ProviderChoice choice;
    private ExecutionProvider provider;
    private ImageEncoder tower;

    /// Loads the tower.
    ///
    /// @param towers loads it on a provider
    /// @throws ModelLoadException if it cannot be loaded on the CPU either
    FallbackImageEncoder(Function<ExecutionProvider, ImageEncoder> towers, ProviderChoice choice) {
        this.towers = towers;
        this.choice = choice;
        provider = choice.running();
        tower = open();
    }

    private ImageEncoder open() {
        try {
            return towers.apply(provider);
        } catch (ModelLoadException e) {
            if (provider == ExecutionProvider.CPU) {
                throw e;
            }
            ImageEncoder onCpu = towers.apply(ExecutionProvider.CPU); // else it is the model that cannot be used
            refuse("it does not take the model (" + e.getMessage() + ")", e);
            return onCpu;
        }
    }

    @Override
    public EmbeddingSpace space() {
        return tower.space();
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return tower.preprocessing();
    }

    @Override
    public List<Embedding> encode(List<ImageCrop> crops) {
        try {
            return tower.encode(crops);
        } catch (ProviderException e) {
            ImageEncoder failed = tower;
            tower = towers.apply(ExecutionProvider.CPU);
            refuse("it failed at work: " + e.getMessage(), e);
            closeFailed(failed);
            return tower.encode(crops);
        }
    }

    private static void closeFailed(ImageEncoder failed) {
        try {
            failed.close();
        } catch (IllegalStateException e) {
            LOG.warn("what a lost card held cannot be given back", e);
        }
    }

    @Override
    public void close() {
        tower.close();
    }

    private void refuse(String why, RuntimeException cause) {
        LOG.warn("{} is not used any more", provider.title(), cause);
        choice.refuse(provider, why);
        provider = ExecutionProvider.CPU;
    }
}
