package semblance.app.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.onnx.random.ClipShape;
import semblance.model.starter.StarterModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/// All that is measured, with the real decoder, towers, catalog and index, in sizes that take no time.
class BenchTest {
    private static final BenchPlan.Reference TINY = new BenchPlan.Reference("tiny",
            new ClipShape(32, 8, new ClipShape.Blocks(16, 1, 2), 50, 12, new ClipShape.Blocks(16, 1, 2), 8));

    @TempDir
    Path scratch;

    private final List<Figure> figures = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    private static BenchPlan plan(Integer... vectors) {
        return new BenchPlan(List.of(800), List.of(1, 3), List.of(1, 2), List.of(TINY), List.of(vectors),
                Duration.ZERO);
    }

    private boolean run(BenchPlan plan) throws IOException {
        return new Bench(plan, StarterModel::bundled).run(scratch, figures::add, progress::add, () -> false);
    }

    private <T extends Figure> Stream<T> all(Class<T> kind) {
        return figures.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Test
    void everythingIsMeasuredForBothModels() throws IOException {
        assertThat(run(plan(40))).isTrue();

        assertThat(figures.getFirst()).isInstanceOf(Machine.class);
        assertThat(all(Figure.Decode.class)).extracting(Figure.Decode::decodedWidth)
                .as("whole, and at half the size for crops of 160").containsExactly(800, 800);
        assertThat(all(Figure.Preprocess.class)).hasSize(5);
        String starter = StarterModel.bundled(1).space().id();
        assertThat(all(Figure.Encode.class)).hasSize(8)
                .extracting(Figure.Encode::model).containsOnly(starter, "tiny");
        assertThat(all(Figure.Encode.class)).allSatisfy(encode -> {
            assertThat(encode.provider()).isEqualTo("cpu");
            assertThat(encode.picturesPerSecond()).isEqualTo(1000 * encode.batch() / encode.timing().p50Ms());
            assertThat(encode.cpuMsPerPicture()).isEqualTo(encode.timing().cpuMs() / encode.batch());
        });
        assertThat(all(Figure.Text.class).filter(text -> text.model().equals("tiny")))
                .extracting(Figure.Text::query, Figure.Text::tokens)
                .containsExactly(tuple("short", 8),
                        tuple("long", 12),
                        tuple("short, padded", 12));
        assertThat(all(Figure.Padding.class)).singleElement()
                .satisfies(padding -> assertThat(padding.paddedTo()).isEqualTo(12));
        assertThat(all(Figure.Search.class)).singleElement().satisfies(search -> {
            assertThat(search.vectors()).isEqualTo(40);
            assertThat(search.dimension()).isEqualTo(256);
        });
        assertThat(progress).isNotEmpty();
    }

    @Test
    void itIsBrokenOffAnywhere() throws IOException {
        Bench bench = new Bench(plan(40), StarterModel::bundled);

        boolean done = bench.run(scratch, figures::add, progress::add, () -> all(Figure.Text.class).count() == 3);

        assertThat(done).isFalse();
        assertThat(all(Figure.Text.class)).hasSize(3);
        assertThat(all(Figure.Search.class)).isEmpty();
    }
}
