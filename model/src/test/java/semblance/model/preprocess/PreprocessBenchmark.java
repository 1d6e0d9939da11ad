package semblance.model.preprocess;

import java.util.Random;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import semblance.model.ImageCrop;
import semblance.model.ImagePreprocessing;
import semblance.model.RgbImage;
import semblance.model.testing.Pictures;

/// What JMH runs for [PillowBenchmark]: one crop of a drawn picture.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PreprocessBenchmark {
    private static final long SEED = 20_261_120;

    /// `shortest224` or `squash256`.
    @Param("squash256")
    public String kind = "";

    /// Width and height of the picture, with an x between them.
    @Param("500x375")
    public String picture = "";

    private ImagePreprocessing preprocessing = preprocessing("squash256");
    private RgbImage image = new RgbImage(1, 1, new byte[3]);

    @Setup
    public void draw() {
        preprocessing = preprocessing(kind);
        image = drawn(picture);
    }

    @Benchmark
    public ImageCrop crop() {
        return preprocessing.crop(image);
    }

    static ImagePreprocessing preprocessing(String kind) {
        return switch (kind) {
            case "shortest224" -> new ShortestSideCrop(224);
            case "squash256" -> new Squash(256);
            default -> throw new IllegalArgumentException("no such preprocessing: " + kind);
        };
    }

    /// The same picture in every process.
    static RgbImage drawn(String picture) {
        String[] sides = picture.split("x", 2);
        return Pictures.random(new Random(SEED), Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }
}
