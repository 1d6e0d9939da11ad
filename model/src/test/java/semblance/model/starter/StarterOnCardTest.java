package semblance.model.starter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import semblance.model.Embedding;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.encoder.CardModel;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.NodeShare;
import semblance.model.testing.GpuCondition;
import semblance.model.testing.GpuTest;

import static org.assertj.core.api.Assertions.assertThat;

/// The bundled image tower on a graphics card beside the same on the CPU: their embeddings are of one space.
@GpuTest
class StarterOnCardTest {
    private final CardModel model = StarterModel.bundled(2);
    private final ExecutionProvider provider = GpuCondition.state().running();

    @Test
    void theCardsEmbeddingsLieWhereTheCpusDo() throws IOException {
        List<ImageCrop> crops = crops();
        List<Embedding> onCpu = encode(ExecutionProvider.CPU, crops, 8);

        for (int batch : new int[]{1, 3, 8, 64}) {
            List<Embedding> onCard = encode(provider, crops, batch);
            for (int i = 0; i < crops.size(); i++) {
                assertThat(onCard.get(i).cosine(onCpu.get(i))).as("picture %d, batches of %d", i, batch)
                        .isGreaterThanOrEqualTo(0.999);
            }
        }
    }

    @Test
    void theCardRunsMostOfTheNodes() {
        NodeShare share = model.nodeShare(provider);

        assertThat(share.of(provider)).as(share.toString()).isGreaterThan(0.9);
    }

    private List<Embedding> encode(ExecutionProvider on, List<ImageCrop> crops, int batch) {
        List<Embedding> embeddings = new ArrayList<>();
        try (ImageEncoder encoder = model.openImageEncoder(on)) {
            for (int from = 0; from < crops.size(); from += batch) {
                embeddings.addAll(encoder.encode(crops.subList(from, Math.min(from + batch, crops.size()))));
            }
        }
        return embeddings;
    }

    /// The golden pictures, each several times for large batches.
    private List<ImageCrop> crops() throws IOException {
        Golden golden = Golden.read();
        List<ImageCrop> crops = new ArrayList<>();
        for (int time = 0; time < 10; time++) {
            for (int index : golden.drawn()) {
                crops.add(model.preprocessing().crop(golden.images().get(index).picture()));
            }
        }
        return crops;
    }
}
