package semblance.indexer;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.KnownVideo;
import semblance.indexer.catalog.ListedPhoto;
import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.occasion.Occasion;
import semblance.indexer.occasion.Occasions;
import semblance.indexer.scan.LibraryRules;

/// The photos of a library, to look through. Thread-safe.
public final class Photos {
    private final Catalog catalog;
    private final LibraryRules rules;

    Photos(Catalog catalog, LibraryRules rules) {
        this.catalog = catalog;
        this.rules = rules;
    }

    /// A page of all photos, those taken last first.
    ///
    /// @param after the last one of the page before, [ListedPhoto#START] to begin
    /// @param limit photos wanted at most; a page that has fewer is the last one
    public List<ListedPhoto> newestFirst(ListedPhoto after, int limit) {
        return catalog.read(session -> session.listing().newestFirst(after, limit));
    }

    /// What the library knows of a file or directory: why it is found, or not. Looks at the disk, opens nothing.
    ///
    /// @param path there or not
    public PathStanding inquire(Path path) {
        return catalog.read(session -> new PathInquiry(session, rules).of(path));
    }

    /// What is known of a photo that is a video; nothing for others, and if it is gone.
    public Optional<KnownVideo> video(long photoId) {
        return catalog.read(session -> session.listing().video(photoId));
    }

    /// All that is known of a photo apart from what it shows and its tags; nothing if it is gone, or cannot be read at present.
    public Optional<PhotoDetails> details(long photoId) {
        return catalog.read(session -> session.metadata().ofPhoto(photoId));
    }

    /// The photos that were taken on the same occasion as a photo; nothing if that is gone.
    public Optional<Occasion> occasion(long photoId) {
        return catalog.read(session -> new Occasions(session, ZoneId.systemDefault()).of(photoId));
    }

    /// Where the files are that stand for some photos, absolute, by photo id; none for those that are gone.
    public Map<Long, Path> paths(Collection<Long> photoIds) {
        return catalog.read(session -> session.photos().paths(photoIds));
    }

    /// Where the file is that stands for a photo, absolute; nothing if the photo is gone.
    public Optional<Path> path(long photoId) {
        return Optional.ofNullable(paths(List.of(photoId)).get(photoId));
    }

    /// Where a photo's files are, absolute: the one that stands for it first, which is the one shown and opened.
    ///
    /// @return none if the photo is gone
    public List<Path> files(long photoId) {
        return catalog.read(session -> session.photoFiles().paths(photoId));
    }
}
