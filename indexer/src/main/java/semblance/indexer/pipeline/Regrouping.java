package semblance.indexer.pipeline;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.PhotoFiles.Place;
import semblance.indexer.catalog.Sibling;

/// Makes files that belong together one photo, and files that do so no more photos of their own. What the user has decided
/// about photos that come together holds for the one that they become, and for all that it parts into. Each directory is
/// one transaction; what is left to do is marked in the catalog.
final class Regrouping {
    private final Catalog catalog;

    Regrouping(Catalog catalog) {
        this.catalog = catalog;
    }

    /// Lets files come together while a run is still reading others. What may have been moved is left alone.
    void join(BooleanSupplier stopping) {
        pass(stopping, Regrouping::isClear);
    }

    /// Settles everything but photos with files of which is not known what has become of them.
    void settle(BooleanSupplier stopping) {
        while (pass(stopping, group -> group.stream().noneMatch(Sibling::missing)) > 0) {
            // Files that have parted may belong to others.
        }
    }

    /// @return how many groups were settled
    private int pass(BooleanSupplier stopping, Predicate<List<Sibling>> ready) {
        int settled = 0;
        for (Place place : catalog.read(session -> session.photoFiles().marked())) {
            if (stopping.getAsBoolean()) {
                return 0;
            }
            settled += catalog.write(session -> pass(session, place, ready));
        }
        return settled;
    }

    private static int pass(CatalogSession session, Place place, Predicate<List<Sibling>> ready) {
        List<List<Sibling>> open = open(session, place);
        session.photoFiles().unmark(place);
        int settled = 0;
        Set<Long> touched = new HashSet<>();
        for (List<Sibling> group : open) {
            // What was read of a photo before does not hold any more once it was settled: it comes again.
            if (ready.test(group) && Collections.disjoint(touched, photos(group))) {
                touched.addAll(photos(group));
                settle(session, group);
                settled++;
            } else {
                session.photoFiles().mark(group.getFirst().fileId());
            }
        }
        return settled;
    }

    private static List<List<Sibling>> open(CatalogSession session, Place place) {
        return Sibling.grouped(session.photoFiles().siblings(place)).stream().filter(group -> !isSettled(group))
                .toList();
    }

    private static Set<Long> photos(List<Sibling> group) {
        return group.stream().map(Sibling::photoId).filter(id -> id != 0)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Whether its files are one photo, which one of them stands for.
    private static boolean isSettled(List<Sibling> group) {
        return photos(group).isEmpty()
                || (group.stream().map(Sibling::photoId).distinct().count() == 1
                        && !group.stream().allMatch(Sibling::companion));
    }

    /// Whether its files only come together.
    private static boolean isClear(List<Sibling> group) {
        return group.stream().noneMatch(Sibling::missing)
                && group.stream().filter(file -> file.photoId() != 0).allMatch(file -> file.filesOfPhoto() == group
                        .stream().filter(other -> other.photoId() == file.photoId()).count());
    }

    /// A photo stays with the file that stands for it. Of several that come together the one known for longest stays.
    private static void settle(CatalogSession session, List<Sibling> group) {
        List<Long> here = List.copyOf(photos(group.stream().filter(file -> !file.companion()).toList()));
        Optional<Long> photo = here.isEmpty() ? parted(session, group) : Optional.of(here.getFirst());
        for (Sibling file : group) {
            if (photo.isEmpty()) {
                session.photoFiles().release(file.fileId());
            } else if (!here.contains(file.photoId())) {
                session.photoFiles().assign(file.fileId(), photo.get());
            }
        }
        photo.ifPresent(session.photoFiles()::stand);
        here.stream().skip(1).forEach(other -> session.photoFiles().absorb(here.getFirst(), other));
    }

    /// The photo of files whose photo is elsewhere; none if they cannot be read.
    private static Optional<Long> parted(CatalogSession session, List<Sibling> group) {
        return group.stream().filter(file -> file.contentId() != 0 && file.photoId() != 0).findFirst()
                .map(file -> session.photos().addFrom(file.photoId(), file.contentId()));
    }
}
