package semblance.indexer.search;

import java.util.ArrayList;
import java.util.List;

import semblance.model.Embedding;

/// Puts parts of a query together to one point of the embedding space. How, and what it was measured with, stands in
/// docs/decisions/0014-composition-of-queries.md. Not thread-safe.
final class Composition {
    /// How much a part that is not wanted counts against those that are.
    static final double CONTRAST = 0.75;
    /// How much words count beside a picture: cosines among pictures lie further apart than those of words with pictures.
    static final double WORDS_BESIDE_PICTURE = 2;

    private final List<Part> words = new ArrayList<>();
    private final List<Part> pictures = new ArrayList<>();
    private final List<Part> unwantedWords = new ArrayList<>();
    private final List<Part> unwantedPictures = new ArrayList<>();

    /// A point with its weight.
    private record Part(Embedding point, double weight) {
    }

    /// Adds words. Below 0, too, for words that are part of others already and shall count less.
    void addWords(Embedding point, double weight) {
        words.add(new Part(point, weight));
    }

    void addPicture(Embedding point, double weight) {
        pictures.add(new Part(point, weight));
    }

    /// @param weight above 0
    void addUnwantedWords(Embedding point, double weight) {
        unwantedWords.add(new Part(point, weight));
    }

    /// @param weight above 0
    void addUnwantedPicture(Embedding point, double weight) {
        unwantedPictures.add(new Part(point, weight));
    }

    /// The point.
    ///
    /// @throws semblance.model.EncodingException if the parts cancel each other out
    Embedding point() {
        if (words.isEmpty() && pictures.isEmpty()) {
            List<Part> all = new ArrayList<>(unwantedWords);
            all.addAll(unwantedPictures);
            return Embedding.normalized(scaled(sum(all), -1));
        }
        double words = pictures.isEmpty() ? 1 : WORDS_BESIDE_PICTURE;
        float[] wanted = pictures.isEmpty() ? sum(this.words) : sum(pictures);
        if (!pictures.isEmpty() && !this.words.isEmpty()) {
            add(wanted, unit(sum(this.words)), words);
        }
        float[] base = unit(wanted);
        List<float[]> contrasts = new ArrayList<>();
        unwantedWords.forEach(part -> contrasts.add(contrast(base, part, words * CONTRAST)));
        unwantedPictures.forEach(part -> contrasts.add(contrast(base, part, CONTRAST)));
        float[] point = base.clone();
        add(point, together(contrasts, base.length), -1);
        return Embedding.normalized(point);
    }

    /// What sets an unwanted part apart from the wanted ones; what they share stays wanted.
    private static float[] contrast(float[] base, Part part, double factor) {
        float[] apart = part.point().toArray();
        double shared = 0;
        for (int i = 0; i < apart.length; i++) {
            shared += (double) apart[i] * base[i];
        }
        add(apart, base, -shared);
        return scaled(apart, factor * part.weight());
    }

    /// Several unwanted parts count as much as that of them which counts most: their sum would drown what is wanted.
    private static float[] together(List<float[]> contrasts, int dimension) {
        float[] sum = new float[dimension];
        contrasts.forEach(contrast -> add(sum, contrast, 1));
        double longest = contrasts.stream().mapToDouble(Composition::length).max().orElse(0);
        double length = length(sum);
        return length > longest ? scaled(sum, longest / length) : sum;
    }

    private static double length(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        return Math.sqrt(squares);
    }

    private static float[] sum(List<Part> parts) {
        float[] sum = new float[parts.getFirst().point().dimension()];
        parts.forEach(part -> add(sum, part.point().toArray(), part.weight()));
        return sum;
    }

    private static float[] unit(float[] vector) {
        return Embedding.normalized(vector).toArray();
    }

    private static float[] scaled(float[] vector, double factor) {
        float[] scaled = new float[vector.length];
        add(scaled, vector, factor);
        return scaled;
    }

    private static void add(float[] sum, float[] vector, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += (float) (weight * vector[i]);
        }
    }
}
