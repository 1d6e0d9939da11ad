package semblance.model.preprocess;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

import semblance.model.ImageCrop;
import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;

/// Crops of ours beside those of Pillow: whether they are the same, and what they cost in processor time. Run with the
/// profile `benchmarks`; only a different crop makes it fail, never a slow one. JMH runs ours in a process of its own, and
/// Pillow runs before and after it, so that what else the machine does meets both.
@Tag("benchmarks")
final class PillowBenchmark {
    /// What decoders are allowed to differ by, of 255.
    private static final int TOLERANCE = 2;
    private static final int PILLOW_SECONDS = 3;

    @TempDir
    Path scratch = Path.of("");

    @ParameterizedTest
    @CsvSource({"squash256, 500x375", "shortest224, 500x375", "squash256, 1008x756", "shortest224, 1008x756",
        "squash256, 4000x3000", "shortest224, 4000x3000"})
    void compare(String kind, String picture) throws IOException, InterruptedException, RunnerException {
        Pillow pillow = Pillow.find(scratch);
        RgbImage image = PreprocessBenchmark.drawn(picture);
        ImageCrop crop = PreprocessBenchmark.preprocessing(kind).crop(image);

        Pillow.Result before = pillow.crop(kind, image, PILLOW_SECONDS);
        RunResult ours = run(kind, picture);
        Pillow.Result after = pillow.crop(kind, image, PILLOW_SECONDS);

        double cpuMs = score(ours, CpuTimeProfiler.MS);
        double pillowMs = (before.cpuMs() + after.cpuMs()) / 2;
        int difference = Pillow.difference(crop, before.crop());
        System.out.printf(Locale.ROOT,
                "%-11s of %-9s processor time %.2f ms, Pillow %s %.2f and %.2f ms, ratio %.2f; "
                        + "%.0f KiB allocated a crop; differs by %d of 255 at most%n",
                kind, picture, cpuMs, pillow.version(), before.cpuMs(), after.cpuMs(), cpuMs / pillowMs,
                score(ours, "gc.alloc.rate.norm") / 1024, difference);
        assertThat(difference).isLessThanOrEqualTo(TOLERANCE);
    }

    private static RunResult run(String kind, String picture) throws RunnerException {
        return new Runner(new OptionsBuilder().include(PreprocessBenchmark.class.getName() + ".crop")
                .param("kind", kind).param("picture", picture).forks(1)
                .warmupIterations(3).warmupTime(TimeValue.seconds(1))
                .measurementIterations(5).measurementTime(TimeValue.seconds(1))
                .addProfiler(CpuTimeProfiler.class).addProfiler(GCProfiler.class).build()).runSingle();
    }

    private static double score(RunResult run, String name) {
        for (String each : run.getSecondaryResults().keySet()) {
            if (each.endsWith(name)) {
                return run.getSecondaryResults().get(each).getScore();
            }
        }
        throw new IllegalStateException("JMH has not measured " + name);
    }
}
