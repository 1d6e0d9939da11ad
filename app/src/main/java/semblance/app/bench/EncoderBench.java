package semblance.app.bench;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import semblance.model.DualEncoder;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.TextEncoder;
import semblance.model.onnx.OnnxTextTower;
import semblance.model.onnx.random.RandomClip;

/// Measures the towers of a model.
///
/// @param model    its name
/// @param provider that executes its image tower
record EncoderBench(Stopwatch stopwatch, String model, String provider, Consumer<Figure> figures) {
    private static final String SHORT = "a dog running on the beach";
    private static final int SHORT_TOKENS = 8;
    private static final int REPEATED = 16;

    /// Encodes pictures.
    ///
    /// @param encoders loads the image tower for a number of threads
    void images(BenchPlan plan, IntFunction<ImageEncoder> encoders) {
        for (int threads : plan.threads()) {
            stopwatch.goOn();
            try (ImageEncoder encoder = encoders.apply(threads)) {
                for (int batch : plan.batches()) {
                    List<ImageCrop> crops = crops(encoder.preprocessing().size(), batch);
                    Timing timing = stopwatch.measure(() -> encoder.encode(crops));
                    figures.accept(Figure.Encode.of(model, provider, threads, batch, timing));
                }
            }
        }
    }

    /// Encodes a short text and one that fills any context.
    void texts(DualEncoder encoder) {
        String filling = Stream.generate(() -> SHORT).limit(REPEATED).reduce("", (all, next) -> all + " " + next);
        try (TextEncoder texts = encoder.openTextEncoder()) {
            text("short", null, () -> texts.encode(SHORT));
            text("long", null, () -> texts.encode(filling));
        }
    }

    /// Encodes a short text up to its end and padded, and one that fills the context.
    ///
    /// @param clip whose text tower has been written
    void texts(RandomClip clip, int threads) {
        long[] few = clip.tokens(Math.min(SHORT_TOKENS, clip.context()));
        long[] all = clip.tokens(clip.context());
        Figure.Text upToEnd;
        try (OnnxTextTower tower = clip.openTexts(false, threads)) {
            upToEnd = text("short", few.length, () -> tower.encode(few));
            text("long", all.length, () -> tower.encode(all));
        }
        try (OnnxTextTower tower = clip.openTexts(true, threads)) {
            Figure.Text padded = text("short, padded", all.length, () -> tower.encode(few));
            figures.accept(Figure.Padding.of(model, upToEnd, padded, few.length, all.length));
        }
    }

    private Figure.Text text(String query, @Nullable Integer tokens, Runnable work) {
        Figure.Text figure = new Figure.Text(model, query, tokens, stopwatch.measure(work));
        figures.accept(figure);
        return figure;
    }

    private static List<ImageCrop> crops(int size, int count) {
        Random random = new Random(count);
        return Stream.generate(() -> {
            byte[] pixels = new byte[3 * size * size];
            random.nextBytes(pixels);
            return new ImageCrop(size, pixels);
        }).limit(count).toList();
    }
}
