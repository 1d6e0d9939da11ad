package semblance.indexer.alike;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
    private final int batch;
    /// Contents of which neither thumbnail nor file could be read. They are tried again when the library is opened anew: a
    /// drive that does not answer may take seconds to say so.
    private final Set<Long> unreachable = new HashSet<>();

    /// @param catalog opened for writing
    public AlikePhotos(Catalog catalog, Thumbnails thumbnails) {
        this(catalog, thumbnails, BATCH);
    }

    /// @param batch photos after which what was found out is stored
    AlikePhotos(Catalog catalog, Thumbnails thumbnails, int batch) {
        this.catalog = catalog;
        this.thumbnails = thumbnails;
        this.batch = batch;
    }

    @Override
    public void follow(BooleanSupplier stopping) {
        // While photos are still being indexed every moment is theirs.
    }

    @Override
    public void finish(BooleanSupplier stopping, Told told) {
        List<Uncompared> photos = next(0);
        if (photos.isEmpty()) {
            return;
        }
        if (photos.size() == batch) {
            told.found(catalog.read(session -> session.alike().countUncompared()));
        }
        Likeness likeness = new Likeness(MOST_BITS, LEAST_COSINE);
        KnownPictures known = new KnownPictures(catalog.read(session -> session.alike().pictures()));
        while (!photos.isEmpty() && !stopping.getAsBoolean()) {
            Map<Long, OptionalLong> hashes = new LinkedHashMap<>();
            for (Uncompared photo : photos) {
                if (stopping.getAsBoolean()) {
                    break;
                }
                hash(photo).ifPresent(hash -> hashes.put(photo.contentId(), hash));
            }
            catalog.write(session -> {
                hashes.forEach((content, hash) -> session.alike().put(content, hash)
                        .ifPresent(picture -> compare(session, picture, known, likeness)));
                return hashes.size();
            });
            told.done(photos.size());
            photos = next(photos.getLast().contentId());
        }
    }

    private List<Uncompared> next(long after) {
        return catalog.read(session -> session.alike().uncompared(after, batch));
    }

    /// @return nothing if it cannot be told at present
    private Optional<OptionalLong> hash(Uncompared photo) {
        if (unreachable.contains(photo.contentId())) {
            return Optional.empty();
        }
        try {
            Optional<byte[]> thumbnail = thumbnails.ofPhoto(photo.photoId());
            return Optional.of(thumbnail.isPresent() ? PictureHash.of(thumbnail.get()) : OptionalLong.empty());
        } catch (IOException e) {
            LOG.debug("a photo cannot be reached to compare it with others", e);
        } catch (DecodeException e) {
            LOG.debug("a photo cannot be compared with others", e);
            if (e.reason() != DecodeException.Reason.UNAVAILABLE) {
                return Optional.of(OptionalLong.empty());
            }
        }
        unreachable.add(photo.contentId());
        return Optional.empty();
    }

    /// Lets a picture join those that it is like. If it is the best of them, the group is made anew around it.
    private static void compare(CatalogSession session, Picture picture, KnownPictures known, Likeness likeness) {
        known.put(picture);
        Set<Long> groups = known.near(picture, MOST_BITS).stream()
                .filter(each -> likeness.of(picture, each, session.alike()))
                .map(Picture::bestId).collect(Collectors.toSet());
        if (groups.isEmpty()) {
            return;
        }
        List<Picture> all = Stream.concat(Stream.of(picture), groups.stream().map(known::group).flatMap(List::stream))
                .sorted(BEST).toList();
        List<Picture> best = new ArrayList<>();
        List<Picture> placed = new ArrayList<>();
        for (Picture each : all) {
            Picture leader = best.stream().filter(other -> likeness.of(other, each, session.alike())).findFirst()
                    .orElse(each);
            if (leader.equals(each)) {
                best.add(each);
            }
            placed.add(new Picture(each.contentId(), each.hash(), each.pixels(), leader.contentId()));
        }
        placed.forEach(known::put);
        session.alike().group(placed);
    }
}
