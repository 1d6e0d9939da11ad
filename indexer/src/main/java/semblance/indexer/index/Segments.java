package semblance.indexer.index;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/// Remembers the photos of each segment for as long as somebody has it open. Thread-safe.
final class Segments {
    private final Map<IndexReader.CacheKey, SegmentPhotos> known = new ConcurrentHashMap<>();

    /// Reads them, the first time; a million photos take some 20 ms.
    SegmentPhotos of(LeafReader leaf) throws IOException {
        IndexReader.CacheHelper core = leaf.getCoreCacheHelper();
        SegmentPhotos photos = known.get(core.getKey());
        if (photos == null) {
            photos = SegmentPhotos.of(leaf);
            if (known.putIfAbsent(core.getKey(), photos) == null) {
                core.addClosedListener(known::remove);
            }
        }
        return photos;
    }
}
