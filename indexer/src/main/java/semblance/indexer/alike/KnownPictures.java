package semblance.indexer.alike;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import semblance.indexer.catalog.AlikeTable.Picture;

/// All pictures that others are compared with, and their groups. A comparison goes over all hashes, which lie side by side
/// in memory. Not thread-safe.
final class KnownPictures {
    private final List<Picture> pictures = new ArrayList<>();
    private final Map<Long, Integer> places = new HashMap<>();
    /// The places of the others of a group, by its best; most pictures are alone.
    private final Map<Long, Set<Integer>> groups = new HashMap<>();
    private long[] hashes = new long[1024];

    KnownPictures(List<Picture> all) {
        all.forEach(this::put);
    }

    /// Adds a picture, or gives it another group.
    void put(Picture picture) {
        Integer before = places.get(picture.contentId());
        int place = before == null ? pictures.size() : before;
        if (before == null) {
            pictures.add(picture);
            places.put(picture.contentId(), place);
        } else {
            leave(pictures.get(place), place);
            pictures.set(place, picture);
        }
        if (place == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * place);
        }
        hashes[place] = picture.hash();
        if (picture.bestId() != picture.contentId()) {
            groups.computeIfAbsent(picture.bestId(), _ -> new HashSet<>()).add(place);
        }
    }

    private void leave(Picture picture, int place) {
        Set<Integer> group = groups.get(picture.bestId());
        if (group != null) {
            group.remove(place);
        }
    }

    /// The other pictures of which the hash differs in so many bits at most.
    List<Picture> near(Picture picture, int bits) {
        List<Picture> near = new ArrayList<>();
        for (int i = 0; i < pictures.size(); i++) {
            if (Long.bitCount(hashes[i] ^ picture.hash()) <= bits
                    && pictures.get(i).contentId() != picture.contentId()) {
                near.add(pictures.get(i));
            }
        }
        return near;
    }

    /// The pictures of a group.
    List<Picture> group(long bestId) {
        Stream<Integer> best = Optional.ofNullable(places.get(bestId)).stream();
        return Stream.concat(best, groups.getOrDefault(bestId, Set.of()).stream()).map(pictures::get).toList();
    }
}
