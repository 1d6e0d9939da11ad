package semblance.indexer.testing;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.Scoring;
import semblance.model.TextEncoder;
import semblance.model.starter.StarterModel;

/// The bundled model, counting what goes through it, and failing for crops that a test names.
public final class CountingEncoder implements DualEncoder {
    public final AtomicInteger runs = new AtomicInteger();
    public final AtomicInteger images = new AtomicInteger();
    public final AtomicInteger largestBatch = new AtomicInteger();
    private final DualEncoder model = StarterModel.bundled(1);
    private final EmbeddingSpace space;
    private final String provider;
    private final Set<ByteKey> refused = ConcurrentHashMap.newKeySet();

    public CountingEncoder() {
        this("");
    }

    /// The same model under another space's name, as a changed model would have.
    public CountingEncoder(String suffix) {
        this(suffix, CPU);
    }

    /// The same model, as if something else executed it.
    public CountingEncoder(String suffix, String provider) {
        this.provider = provider;
        this.space = new EmbeddingSpace(model.space().id() + suffix, model.space().dimension());
    }

    /// Compares the bytes of crops.
    private record ByteKey(String text) {
        static ByteKey of(ImageCrop crop) {
            return new ByteKey(java.util.Arrays.toString(crop.pixels()));
        }
    }

    /// Makes encoding of this very crop fail from now on.
    public void refuse(ImageCrop crop) {
        refused.add(ByteKey.of(crop));
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return model.preprocessing();
    }

    @Override
    public ImageEncoder openImageEncoder() {
        ImageEncoder tower = model.openImageEncoder();
        return new ImageEncoder() {
            @Override
            public EmbeddingSpace space() {
                return space;
            }

            @Override
            public ImagePreprocessing preprocessing() {
                return tower.preprocessing();
            }

            @Override
            public List<Embedding> encode(List<ImageCrop> crops) {
                runs.incrementAndGet();
                largestBatch.accumulateAndGet(crops.size(), Math::max);
                if (!refused.isEmpty() && crops.stream().anyMatch(crop -> refused.contains(ByteKey.of(crop)))) {
                    throw new EncodingException("refused by the test");
                }
                images.addAndGet(crops.size());
                return tower.encode(crops);
            }

            @Override
            public void close() {
                tower.close();
            }
        };
    }

    @Override
    public TextEncoder openTextEncoder() {
        return model.openTextEncoder();
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public String textTower() {
        return model.textTower();
    }

    @Override
    public List<String> labelTemplates() {
        return model.labelTemplates();
    }

    @Override
    public Scoring scoring() {
        return model.scoring();
    }
}
