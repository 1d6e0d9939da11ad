package semblance.app.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import semblance.indexer.index.ScoredPhoto;
import semblance.indexer.search.PhotoSearch;
import semblance.model.Embedding;

/// Searches a library with the captions of its photos and counts what comes before what was meant. Of two with the same
/// score, neither comes before the other.
final class Retrieval {
    /// A caption whose photo is in the library.
    private record Query(long photoId, Embedding embedding) {
    }

    private final PhotoSearch search;
    private final int photos;
    private final BooleanSupplier stopped;

    /// Prepares.
    ///
    /// @param photos all that the library holds
    Retrieval(PhotoSearch search, int photos, BooleanSupplier stopped) {
        this.search = search;
        this.photos = photos;
        this.stopped = stopped;
    }

    /// Measures.
    ///
    /// @param folder of the photos, absolute and without links
    /// @return nothing if it was stopped
    /// @throws CaptionsException if none of the photos that have a caption could be indexed
    Optional<EvaluationResult> measure(Path folder, List<Caption> captions) throws CaptionsException {
        List<Query> queries = queries(folder, captions);
        if (queries.isEmpty() && !stopped.getAsBoolean()) {
            throw new CaptionsException("None of the photos that have a caption could be indexed."
                    + " semblance index and semblance failures say why.");
        }
        int[] imageRanks = new int[queries.size()];
        Map<Long, Float> bestOwn = new HashMap<>();
        for (int i = 0; i < imageRanks.length && !stopped.getAsBoolean(); i++) {
            List<ScoredPhoto> ranking = search.nearest(queries.get(i).embedding(), photos);
            float own = scoreOf(queries.get(i).photoId(), ranking);
            imageRanks[i] = 1 + (int) ranking.stream().filter(photo -> photo.score() > own).count();
            bestOwn.merge(queries.get(i).photoId(), own, Math::max);
        }
        int[] captionRanks = captionRanks(queries, bestOwn);
        return stopped.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new EvaluationResult(photos, queries.size(), Recall.of(imageRanks),
                        Recall.of(captionRanks), captions.size() - queries.size()));
    }

    private List<Query> queries(Path folder, List<Caption> captions) {
        Map<String, Optional<Long>> ids = new HashMap<>();
        List<Query> queries = new ArrayList<>();
        for (Caption caption : captions) {
            if (stopped.getAsBoolean()) {
                break;
            }
            ids.computeIfAbsent(caption.file(), file -> search.photoAt(folder.resolve(file)))
                    .ifPresent(id -> queries.add(new Query(id, search.embed(caption.text()))));
        }
        return queries;
    }

    /// For each photo, how many captions lie nearer to it than the nearest of its own.
    private int[] captionRanks(List<Query> queries, Map<Long, Float> bestOwn) {
        Map<Long, Integer> places = new HashMap<>();
        bestOwn.keySet().forEach(id -> places.put(id, places.size()));
        int[] ranks = new int[places.size()];
        Arrays.fill(ranks, 1);
        for (Query query : queries) {
            if (stopped.getAsBoolean()) {
                break;
            }
            for (ScoredPhoto photo : search.nearest(query.embedding(), photos)) {
                Float best = bestOwn.get(photo.photoId());
                Integer place = places.get(photo.photoId());
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
