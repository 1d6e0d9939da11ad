package semblance.model.starter;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

import semblance.model.Embedding;
import semblance.model.RgbImage;
import semblance.model.testing.Pictures;

/// What the starter's training program computed for some pictures and texts.
record Golden(List<Image> images, List<Text> texts, List<List<Double>> cosine) {

    record Image(String file, List<Float> embedding) {
        /// Drawn for the tests, and so in the repository.
        boolean drawn() {
            return file.startsWith("golden/");
        }

        RgbImage picture() throws IOException {
            try (InputStream in = resource(file)) {
                return Pictures.read(in);
            }
        }

        Embedding expected() {
            return Golden.embedding(embedding);
        }
    }

    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Text(String text, List<Float> sentenceEmbedding, List<Float> embedding) {
        Embedding expectedSentence() {
            return Golden.embedding(sentenceEmbedding);
        }

        Embedding expected() {
            return Golden.embedding(embedding);
        }
    }

    static Golden read() throws IOException {
        try (InputStream in = resource("golden.json")) {
            return new ObjectMapper().readValue(in, Golden.class);
        }
    }

    /// Indexes of the pictures that are in the repository.
    int[] drawn() {
        return IntStream.range(0, images.size()).filter(i -> images.get(i).drawn()).toArray();
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Golden.class.getResourceAsStream(name), name);
    }

    private static Embedding embedding(List<Float> values) {
        float[] array = new float[values.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return Embedding.normalized(array);
    }
}
