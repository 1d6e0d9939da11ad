package semblance.model.encoder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.ModelLoadException;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.ProviderChoice;
import semblance.model.provider.ProviderException;
import semblance.model.starter.StarterModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// The bundled tower on a card that this machine need not have: its trial passes, and the tower fails where a test says so.
class FallbackImageEncoderTest {
    private final CardModel model = StarterModel.bundled(1);
    private final ProviderChoice choice = new ProviderChoice(() -> Optional.of(ExecutionProvider.CUDA), "Linux",
            _ -> Optional.empty());
    private final List<ExecutionProvider> opened = new ArrayList<>();
    private final List<ImageCrop> crops = List.of(crop(1), crop(50), crop(200));

    @Test
    void aModelThatTheProviderDoesNotTakeIsOpenedOnTheCpu() {
        try (ImageEncoder encoder = new FallbackImageEncoder(this::refusedByTheCard, choice);
                ImageEncoder plain = model.openImageEncoder()) {
            assertThat(encoder.encode(crops)).isEqualTo(plain.encode(crops));
        }
        assertThat(opened).containsExactly(ExecutionProvider.CUDA, ExecutionProvider.CPU);
        assertThat(choice.running()).isEqualTo(ExecutionProvider.CPU);
        assertThat(choice.notices()).last().asString()
                .startsWith("Photos are encoded on the CPU. CUDA: it does not take the model (no such operator).");
    }

    @Test
    void aModelThatNothingTakesIsNotTheProvidersFault() {
        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> new FallbackImageEncoder(provider -> {
            throw new ModelLoadException("damaged");
        }, choice)).withMessage("damaged");

        assertThat(choice.running()).isEqualTo(ExecutionProvider.CUDA);
    }

    @Test
    void aCardThatIsLostAtWorkFailsNoPhoto() {
        try (ImageEncoder encoder = new FallbackImageEncoder(this::lostAtTheSecondBatch, choice);
                ImageEncoder plain = model.openImageEncoder()) {
            List<Embedding> expected = plain.encode(crops);
            assertThat(encoder.encode(crops)).isEqualTo(expected);
            assertThat(encoder.encode(crops)).as("while the card goes away").isEqualTo(expected);
            assertThat(encoder.encode(crops)).as("after that").isEqualTo(expected);
        }
        assertThat(opened).containsExactly(ExecutionProvider.CUDA, ExecutionProvider.CPU);
        assertThat(choice.notices()).last().asString()
                .isEqualTo("Photos are encoded on the CPU. CUDA: it failed at work:"
                        + " CUDA failure 719. The CPU goes on in its place until Semblance is started again.");
    }

    private ImageEncoder refusedByTheCard(ExecutionProvider provider) {
        opened.add(provider);
        if (provider == ExecutionProvider.CUDA) {
            throw new ModelLoadException("no such operator");
        }
        return model.openImageEncoder(provider);
    }

    private ImageEncoder lostAtTheSecondBatch(ExecutionProvider provider) {
        opened.add(provider);
        ImageEncoder tower = model.openImageEncoder(ExecutionProvider.CPU);
        return provider == ExecutionProvider.CPU ? tower : new LostCard(tower);
    }

    private ImageCrop crop(int grey) {
        int size = model.preprocessing().size();
        byte[] pixels = new byte[3 * size * size];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (grey + i % 7);
        }
        return new ImageCrop(size, pixels);
    }

    /// Encodes one batch.
    private static final class LostCard implements ImageEncoder {
        private final ImageEncoder tower;
        private boolean lost;

        LostCard(ImageEncoder tower) {
            this.tower = tower;
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
            if (lost) {
                throw new ProviderException("CUDA failure 719",
                        new IllegalStateException("unspecified launch failure"));
            }
            lost = true;
            return tower.encode(crops);
        }

        @Override
        public void close() {
            tower.close();
            throw new IllegalStateException("the card does not answer");
        }
    }
}
