package semblance.indexer.index;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Made-up embeddings that lie as those of photos do: thousands of subjects, a few of them very frequent, each a flat
/// cloud of its own; photos of one subject follow each other; all pictures share a direction, and texts lie apart from
/// them. Everything follows from the seed, each vector by itself. Thread-safe.
final class ClusteredVectors {
    static final int DIMENSION = 512;

    private static final int PHOTOS_OF_A_SUBJECT = 200;
    private static final int SUBJECTS_OF_A_THEME = 20;
    private static final double SIZES_FALL_BY = 0.9;
    private static final int PHOTOS_AT_ONCE = 8;
    private static final int DIRECTIONS = 256;
    private static final int DIRECTIONS_OF_A_SUBJECT = 24;
    private static final float PICTURE = 0.7f;

    private final long seed;
    private final double[] sizes;
    private final float[][] subjects;
    private final float[][] directions = new float[DIRECTIONS][];
    private final float[] pictures;
    private final float[] texts;

    /// Lays out the subjects.
    ///
    /// @param photos so many will be asked for, about
    ClusteredVectors(long seed, int photos) {
        this.seed = seed;
        int count = Math.max(20, photos / PHOTOS_OF_A_SUBJECT);
        this.pictures = gaussian(random(1, 0));
        this.texts = gaussian(random(2, 0));
        for (int i = 0; i < DIRECTIONS; i++) {
            directions[i] = gaussian(random(3, i));
        }
        this.subjects = new float[count][];
        this.sizes = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            float[] theme = gaussian(random(4, i / SUBJECTS_OF_A_THEME));
            subjects[i] = unit(plus(gaussian(random(5, i)), 0.8f, theme));
            sum += Math.pow(i + 10, -SIZES_FALL_BY);
            sizes[i] = sum;
        }
    }

    /// A photo of the library.
    float[] photo(long id) {
        return picture(subject(random(6, id / PHOTOS_AT_ONCE)), random(7, id));
    }

    /// A picture that is not in the library.
    float[] likeAPhoto(int number) {
        SplittableRandom random = random(8, number);
        return picture(subject(random), random);
    }

    /// A description: nearer to what it describes than to other pictures, and far from all of them.
    float[] likeAText(int number) {
        SplittableRandom random = random(9, number);
        float[] content = unit(plus(subjects[subject(random)].clone(), 0.7f, gaussian(random)));
        float[] text = new float[DIMENSION];
        plus(text, 0.9f, texts);
        plus(text, 0.25f, pictures);
        plus(text, 0.35f, content);
        return unit(text);
    }

    private float[] picture(int subject, SplittableRandom random) {
        SplittableRandom of = random(10, subject);
        float[] spread = new float[DIMENSION];
        for (int i = 0; i < DIRECTIONS_OF_A_SUBJECT; i++) {
            double width = 1.0 / (1 + i / 6);
            plus(spread, (float) (width * random.nextGaussian()), directions[of.nextInt(DIRECTIONS)]);
        }
        float[] content = plus(subjects[subject].clone(), 0.65f, unit(spread));
        plus(content, 0.25f, gaussian(random));
        return unit(plus(unit(content), PICTURE, pictures));
    }

    private int subject(SplittableRandom random) {
        int place = Arrays.binarySearch(sizes, random.nextDouble() * sizes[sizes.length - 1]);
        return Math.min(place < 0 ? -place - 1 : place, sizes.length - 1);
    }

    private SplittableRandom random(int purpose, long number) {
        return new SplittableRandom(
                new SplittableRandom(seed + 1_000_003L * purpose).nextLong() ^ number * 0x9E3779B9L);
    }

    private static float[] gaussian(SplittableRandom random) {
        float[] vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return unit(vector);
    }

    private static float[] plus(float[] vector, float weight, float[] other) {
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] += weight * other[i];
        }
        return vector;
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float factor = (float) (1 / Math.sqrt(squares));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
        return vector;
    }
}
