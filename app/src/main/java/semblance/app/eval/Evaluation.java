package semblance.app.eval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;

/// Measures retrieval on captioned photos, through the same decoder, catalog and index as any search.
public final class Evaluation {
    private final Supplier<PhotoLibrary> libraries;

    /// Prepares an evaluation.
    ///
    /// @param libraries opens an empty library
    public Evaluation(Supplier<PhotoLibrary> libraries) {
        this.libraries = libraries;
    }

    /// Indexes the images and searches with every caption.
    ///
    /// @param follow  shows the indexing run until its end
    /// @param stopped whether to break off; asked often
    /// @return what was measured, or nothing if it was broken off
    /// @throws CaptionsException if no caption belongs to any of the images
    public Optional<EvaluationResult> run(Path images, List<Caption> captions,
            Function<IndexingRun, IndexingReport> follow, BooleanSupplier stopped)
            throws IOException, CaptionsException {
        Path folder = images.toRealPath();
        if (captions.stream().noneMatch(caption -> Files.exists(folder.resolve(caption.file())))) {
            // Told before an hour of indexing rather than after it.
            throw new CaptionsException("No caption belongs to a photo in " + images
                    + ". The first column has to hold file names relative to that folder.");
        }
        try (PhotoLibrary library = libraries.get()) {
            IndexingReport report = follow.apply(library.indexing().start(List.of(library.folders().add(folder))));
            if (report.cancelled()) {
                return Optional.empty();
            }
            return new Retrieval(library.search(), Math.toIntExact(report.counts().indexed()), stopped)
                    .measure(folder, captions);
        }
    }
}
