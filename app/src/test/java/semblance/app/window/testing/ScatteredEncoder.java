package semblance.app.window.testing;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.Scoring;
import semblance.model.TextEncoder;

/// A dual encoder whose image tower does not look at pictures: it scatters their embeddings around some hundred centres,
/// as the photos of a library are. All else is another encoder's, into whose space it maps.
public final class ScatteredEncoder implements DualEncoder {
    private static final int CENTRES = 400;
    private static final double SPREAD = 0.8;

    private final DualEncoder real;
    private final Random random;
    private final double[][] centres;

    public ScatteredEncoder(DualEncoder real, long seed) {
        this.real = real;
        this.random = new Random(seed);
        this.centres = IntStream.range(0, CENTRES).mapToObj(_ -> gaussian()).toArray(double[][]::new);
    }

    private double[] gaussian() {
        return random.doubles(space().dimension(), -1, 1).toArray();
    }

    private Embedding next() {
        double[] centre = centres[random.nextInt(CENTRES)];
        float[] values = new float[centre.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (centre[i] + SPREAD * random.nextDouble(-1, 1));
        }
        return Embedding.normalized(values);
    }

    @Override
    public EmbeddingSpace space() {
        return real.space();
    }

    @Override
    public String textTower() {
        return real.textTower();
    }

    @Override
    public List<String> labelTemplates() {
        return real.labelTemplates();
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return real.preprocessing();
    }

    @Override
    public TextEncoder openTextEncoder() {
        return real.openTextEncoder();
    }

    @Override
    public Scoring scoring() {
        return real.scoring();
    }

    @Override
    public ImageEncoder openImageEncoder() {
        return new ImageEncoder() {
            @Override
            public EmbeddingSpace space() {
                return real.space();
            }

            @Override
            public ImagePreprocessing preprocessing() {
                return real.preprocessing();
            }

            @Override
            public List<Embedding> encode(List<ImageCrop> crops) {
                return crops.stream().map(_ -> next()).toList();
            }

            @Override
            public void close() {
                // it holds nothing
            }
        };
    }
}
