package semblance.indexer.chance;

import java.util.List;
import java.util.Random;

import semblance.model.Activation;
import semblance.model.CertaintyCurve;
import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.EmbeddingSpace;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;
import semblance.model.Scoring;
import semblance.model.TextEncoder;

/// An encoder that costs nothing: what it says of pictures means nothing.
final class PlainEncoder implements DualEncoder {
    private static final int SIZE = 2;
    private final EmbeddingSpace space = new EmbeddingSpace("plain", 8);

    private final class Tower implements ImageEncoder, ImagePreprocessing, TextEncoder {
        @Override
        public EmbeddingSpace space() {
            return space;
        }

        @Override
        public ImagePreprocessing preprocessing() {
            return this;
        }

        @Override
        public int size() {
            return SIZE;
        }

        @Override
        public ImageCrop crop(RgbImage image) {
            byte[] pixels = new byte[3 * SIZE * SIZE];
            System.arraycopy(image.pixels(), 0, pixels, 0, Math.min(pixels.length, image.pixels().length));
            return new ImageCrop(SIZE, pixels);
        }

        @Override
        public List<Embedding> encode(List<ImageCrop> crops) {
            return crops.stream().map(crop -> point(java.util.Arrays.hashCode(crop.pixels()))).toList();
        }

        @Override
        public Embedding encode(String text) {
            return point(text.hashCode());
        }

        private Embedding point(int hash) {
            Random random = new Random(hash);
            float[] values = new float[space.dimension()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return Embedding.normalized(values);
        }

        @Override
        public void close() {
        }
    }

    @Override
    public EmbeddingSpace space() {
        return space;
    }

    @Override
    public ImagePreprocessing preprocessing() {
        return new Tower();
    }

    @Override
    public ImageEncoder openImageEncoder() {
        return new Tower();
    }

    @Override
    public TextEncoder openTextEncoder() {
        return new Tower();
    }

    @Override
    public Scoring scoring() {
        return new Scoring(Activation.SOFTMAX, 10, 0, CertaintyCurve.IDENTITY);
    }
}
