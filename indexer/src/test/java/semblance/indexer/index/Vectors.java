package semblance.indexer.index;

import java.util.Random;

/// Unit vectors for tests.
final class Vectors {
    private Vectors() {
    }

    static float[] random(Random random, int dimension) {
        float[] vector = new float[dimension];
        for (int i = 0; i < dimension; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    /// Near another one.
    ///
    /// @param spread how far away: 0 gives the same
    static float[] near(Random random, float[] centre, double spread) {
        float[] vector = centre.clone();
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (spread * random.nextGaussian() / Math.sqrt(vector.length));
        }
        return unit(vector);
    }

    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] unit(float[] vector) {
        double squares = cosine(vector, vector);
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(squares));
        }
        return vector;
    }
}
