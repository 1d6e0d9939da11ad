package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import semblance.indexer.PathStanding.Directory;
import semblance.indexer.PathStanding.Excluded;
import semblance.indexer.PathStanding.Failed;
import semblance.indexer.PathStanding.Fate;
import semblance.indexer.PathStanding.Indexed;
import semblance.indexer.PathStanding.NoFolder;
import semblance.indexer.PathStanding.NoPicture;
import semblance.indexer.PathStanding.Unseen;
import semblance.indexer.PathStanding.Waiting;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.FileTable.Entry;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.scan.LibraryRules;

/// Finds out what the library knows of a path. Opens no file.
final class PathInquiry {
    private final CatalogSession session;
    private final LibraryRules rules;

    PathInquiry(CatalogSession session, LibraryRules rules) {
        this.session = session;
        this.rules = rules;
    }

    PathStanding of(Path named) {
        Path path = absolute(named);
        Optional<Folder> folder = session.folders().holding(path);
        return new PathStanding(path, folder, Files.exists(path, LinkOption.NOFOLLOW_LINKS),
                folder.map(holder -> within(path, holder)).orElseGet(() -> around(path)),
                folder.flatMap(holder -> session.files().entry(holder, path)).filter(entry -> entry.photoId() != 0)
                        .map(entry -> session.photoFiles().paths(entry.photoId())).orElse(List.of()));
    }

    /// A path of a file that may be a link, in a directory whose own links are resolved.
    private static Path absolute(Path named) {
        Path path = named.toAbsolutePath().normalize();
        Path parent = path.getParent();
        if (parent == null) {
            return path;
        }
        try {
            return parent.toRealPath().resolve(path.getFileName());
        } catch (IOException e) {
            return path; // away with its drive
        }
    }

    private Fate within(Path path, Folder folder) {
        Optional<Entry> known = session.files().entry(folder, path);
        if (known.isPresent()) {
            return known(known.get());
        }
        LibraryCounts counts = below(path);
        boolean directory = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                || counts.photos() + counts.skipped() > 0;
        return rules.read(session).explain(path, folder.path()).<Fate>map(Excluded::new)
                .orElseGet(() -> directory ? new Directory(counts) : new Unseen());
    }

    /// A path that no folder holds may hold folders.
    private Fate around(Path path) {
        boolean holds = session.folders().all().stream().anyMatch(folder -> folder.path().startsWith(path));
        return holds ? new Directory(below(path)) : new NoFolder();
    }

    private Fate known(Entry entry) {
        return switch (entry.state()) {
            case PENDING -> new Waiting();
            case SKIPPED -> new NoPicture();
            case FAILED -> new Failed(session.failures().of(entry.fileId()).orElseThrow());
            case INDEXED -> new Indexed(entry.photoId(), session.tags().ofPhoto(entry.photoId()),
                    session.photos().contentOf(entry.photoId()).map(session.embeddings()::isWhole).orElse(true));
        };
    }

    private LibraryCounts below(Path path) {
        LibraryCounts sum = LibraryCounts.NONE;
        List<Folder> all = session.folders().all();
        for (Folder folder : all) {
            if (folder.path().startsWith(path)) {
                sum = sum.plus(session.files().countBelow(folder, folder.path()));
            } else if (path.startsWith(folder.path())) {
                sum = sum.plus(session.files().countBelow(folder, path));
            }
        }
        return sum;
    }
}
