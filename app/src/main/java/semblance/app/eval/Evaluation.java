package semblance.app.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.search.PhotoSearch;
import semblance.model.Embedding;

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
    /// @param follow shows the indexing run until its end
    /// @throws IllegalArgumentException if no caption belongs to any of the images
    public EvaluationResult run(Path images, List<Caption> captions, Function<IndexingRun, IndexingReport> follow)
            throws IOException {
        try (PhotoLibrary library = libraries.get()) {
            IndexingReport report = follow.apply(library.indexing().start(List.of(library.folders().add(images))));
            return evaluate(library.search(), report.counts().indexed(), images.toRealPath(), captions);
        }
    }

    /// A caption whose photo is in the library.
    private record Query(long photoId, Embedding embedding) {
    }

    private static EvaluationResult evaluate(PhotoSearch search, long photos, Path images, List<Caption> captions) {
        Map<String, Optional<Long>> ids = new HashMap<>();
        List<Query> queries = new ArrayList<>();
        for (Caption caption : captions) {
            ids.computeIfAbsent(caption.file(), file -> search.photoAt(images.resolve(file)))
                    .ifPresent(id -> queries.add(new Query(id, search.embed(caption.text()))));
        }
        if (queries.isEmpty()) {
            throw new IllegalArgumentException("No caption belongs to a photo in " + images
                    + ". The first column has to hold file names relative to that folder.");
        }
        int all = Math.toIntExact(photos);
        int[] imageRanks = new int[queries.size()];
        Map<Long, Float> bestOwn = new HashMap<>();
        for (int i = 0; i < imageRanks.length; i++) {
            Query query = queries.get(i);
            List<ScoredPhoto> ranking = search.nearest(query.embedding(), all);
            float own = scoreOf(query.photoId(), ranking);
            imageRanks[i] = 1 + (int) ranking.stream().filter(photo -> photo.score() > own).count();
            bestOwn.merge(query.photoId(), own, Math::max);
        }
        return new EvaluationResult(photos, queries.size(), Recall.of(imageRanks),
                Recall.of(captionRanks(search, queries, bestOwn, all)), captions.size() - queries.size());
    }

    /// For each photo, how many captions lie nearer to it than the nearest of its own.
    private static int[] captionRanks(PhotoSearch search, List<Query> queries, Map<Long, Float> bestOwn, int all) {
        Map<Long, Integer> index = new HashMap<>();
        bestOwn.keySet().forEach(id -> index.put(id, index.size()));
        int[] ranks = new int[index.size()];
        Arrays.fill(ranks, 1);
        for (Query query : queries) {
            for (ScoredPhoto photo : search.nearest(query.embedding(), all)) {
                Float best = bestOwn.get(photo.photoId());
                Integer place = index.get(photo.photoId());
                if (best != null && place != null && photo.score() > best) {
                    ranks[place]++;
                }
            }
        }
        return ranks;
    }

    private static float scoreOf(long photoId, List<ScoredPhoto> ranking) {
        return ranking.stream().filter(photo -> photo.photoId() == photoId).findFirst()
                .map(ScoredPhoto::score)
                .orElseThrow(() -> new IllegalStateException("an indexed photo was not among all hits: " + photoId));
    }
}
