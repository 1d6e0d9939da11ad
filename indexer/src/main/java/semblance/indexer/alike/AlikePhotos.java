package semblance.indexer.alike;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.AlikeTable.Picture;
import semblance.indexer.catalog.AlikeTable.Uncompared;
import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.pipeline.PhotoFollower;
import semblance.indexer.thumbnail.PictureHash;
import semblance.indexer.thumbnail.Thumbnails;

/// Finds out which photos show the same shot, from their thumbnails and stored embeddings: two are alike if few bits of
/// their hashes differ and their embeddings are near. For one thread at a time.
public final class AlikePhotos implements PhotoFollower {
    private static final Logger LOG = LoggerFactory.getLogger(AlikePhotos.class);
    private static final int BATCH = 256;
    private static final int MOST_BITS = 10;
    /// Shots of other things have hashes that are near by chance; in large libraries many.
    private static final double LEAST_COSINE = 0.7;
    private static final Comparator<Picture> BEST = Comparator.comparingLong(Picture::pixels).reversed()
            .thenComparingLong(Picture::contentId);

    private final Catalog catalog;
    private final Thumbnails thumbnails;

    /// @param catalog opened for writing
    public AlikePhotos(Catalog catalog, Thumbnails thumbnails) {
        this.catalog = catalog;
        this.thumbnails = thumbnails;
    }

    @Override
    public void follow(BooleanSupplier stopping) {
        // While photos are still being indexed every moment is theirs.
    }

    @Override
    public void finish(BooleanSupplier stopping) {
        List<Uncompared> photos = next();
        if (photos.isEmpty()) {
            return;
        }
        KnownPictures known = new KnownPictures(catalog.read(session -> session.alike().pictures()));
        while (!photos.isEmpty() && !stopping.getAsBoolean()) {
            Map<Long, OptionalLong> hashes = new LinkedHashMap<>();
            for (Uncompared photo : photos) {
                hashes.put(photo.contentId(), hash(photo.photoId()));
            }
            catalog.write(session -> {
                hashes.forEach((content, hash) -> session.alike().put(content, hash)
                        .ifPresent(picture -> compare(session, picture, known)));
                return hashes.size();
            });
            photos = next();
        }
    }

    private List<Uncompared> next() {
        return catalog.read(session -> session.alike().uncompared(BATCH));
    }

    private OptionalLong hash(long photoId) {
        try {
            Optional<byte[]> thumbnail = thumbnails.ofPhoto(photoId);
            return thumbnail.isPresent() ? PictureHash.of(thumbnail.get()) : OptionalLong.empty();
        } catch (IOException | DecodeException e) {
            LOG.debug("a photo cannot be compared with others", e);
            return OptionalLong.empty();
        }
    }

    /// Lets a picture join those that it is like. If it is the best of them, the group is made anew around it.
    private static void compare(CatalogSession session, Picture picture, KnownPictures known) {
        known.put(picture);
        Likeness likeness = new Likeness(session);
        Set<Long> groups = known.near(picture, MOST_BITS).stream().filter(each -> likeness.of(picture, each))
                .map(Picture::bestId).collect(Collectors.toSet());
        if (groups.isEmpty()) {
            return;
        }
        List<Picture> all = Stream.concat(Stream.of(picture), groups.stream().map(known::group).flatMap(List::stream))
                .sorted(BEST).toList();
        List<Picture> best = new ArrayList<>();
        List<Picture> placed = new ArrayList<>();
        for (Picture each : all) {
            Picture leader = best.stream().filter(other -> likeness.of(other, each)).findFirst().orElse(each);
            if (leader.equals(each)) {
                best.add(each);
            }
            placed.add(new Picture(each.contentId(), each.hash(), each.pixels(), leader.contentId()));
        }
        placed.forEach(known::put);
        session.alike().group(placed);
    }

    /// Whether two pictures show the same shot.
    private static final class Likeness {
        private final CatalogSession session;
        private final Map<Long, Optional<float[]>> vectors = new HashMap<>();

        Likeness(CatalogSession session) {
            this.session = session;
        }

        boolean of(Picture one, Picture other) {
            return Long.bitCount(one.hash() ^ other.hash()) <= MOST_BITS
                    && cosine(one.contentId(), other.contentId()) >= LEAST_COSINE;
        }

        private double cosine(long one, long other) {
            float[] a = vector(one);
            float[] b = vector(other);
            double sum = a.length == 0 || a.length != b.length ? -1 : 0;
            for (int i = 0; sum > -1 && i < a.length; i++) {
                sum += (double) a[i] * b[i];
            }
            return sum;
        }

        private float[] vector(long content) {
            return vectors.computeIfAbsent(content, session.alike()::vector).orElse(new float[0]);
        }
    }
}
