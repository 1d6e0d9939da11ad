package semblance.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;

import semblance.indexer.decode.DecodeException;
import semblance.model.DualEncoder;
import semblance.model.onnx.OnnxRuntimeInfo;
import semblance.model.onnx.random.RandomClip;
import semblance.model.provider.ExecutionProvider;

/// Measures this machine, one thing after another, with files of its own alone.
public final class Bench {
    private final BenchPlan plan;
    private final IntFunction<DualEncoder> models;

    /// Prepares a measurement.
    ///
    /// @param models the current model, for a number of threads
    public Bench(BenchPlan plan, IntFunction<DualEncoder> models) {
        this.plan = plan;
        this.models = models;
    }

    /// Measures.
    ///
    /// @param scratch  an existing folder that the caller deletes
    /// @param figures  gets each as soon as it is known, the machine first
    /// @param progress gets what is being done, in words
    /// @param stopped  whether to break off; asked often
    /// @return false if it was broken off
    /// @throws IOException if the scratch folder cannot be written to
    /// @throws semblance.model.ModelLoadException if the current model cannot be loaded
    public boolean run(Path scratch, Consumer<Figure> figures, Consumer<String> progress, BooleanSupplier stopped)
            throws IOException {
        Stopwatch stopwatch = new Stopwatch(plan.duration(), stopped);
        try {
            DualEncoder current = models.apply(Collections.max(plan.threads()));
            figures.accept(Machine.here(OnnxRuntimeInfo.describe(), current.provider()));
            progress.accept("Decoding and preprocessing");
            new PictureBench(stopwatch, current.preprocessing(), figures).run(plan.photos());
            progress.accept("Encoding with the current model");
            EncoderBench towers = new EncoderBench(stopwatch, current.space().id(), current.provider(), figures);
            towers.images(plan, threads -> models.apply(threads).openImageEncoder());
            towers.texts(current);
            for (BenchPlan.Reference reference : plan.references()) {
                reference(reference, provider(current), Files.createDirectory(scratch.resolve("reference")), stopwatch,
                        figures, progress);
            }
            for (int vectors : plan.vectors()) {
                progress.accept("Filling an index with " + vectors + " vectors");
                new SearchBench(stopwatch, current.space(), scratch, figures).run(vectors);
            }
            return true;
        } catch (CancellationException e) {
            return false;
        } catch (DecodeException e) {
            throw new IOException("The pictures for measuring cannot be drawn or decoded: " + e.getMessage(), e);
        }
    }

    private static ExecutionProvider provider(DualEncoder current) {
        return ExecutionProvider.find(current.provider()).orElse(ExecutionProvider.CPU);
    }

    private void reference(BenchPlan.Reference reference, ExecutionProvider provider, Path folder, Stopwatch stopwatch,
            Consumer<Figure> figures,
            Consumer<String> progress) throws IOException {
        progress.accept("Writing " + reference.name());
        RandomClip clip = new RandomClip(reference.shape(), folder);
        EncoderBench towers = new EncoderBench(stopwatch, reference.name(), provider.id(), figures);
        clip.writeImages();
        progress.accept("Encoding with " + reference.name());
        towers.images(plan, threads -> clip.openImages(threads, provider));
        stopwatch.goOn();
        clip.writeTexts();
        towers.texts(clip, Collections.max(plan.threads()));
    }
}
