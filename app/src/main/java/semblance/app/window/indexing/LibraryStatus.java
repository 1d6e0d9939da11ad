package semblance.app.window.indexing;

import java.util.List;

import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;

/// How a library stands.
///
/// @param known false until it has been looked at for the first time
public record LibraryStatus(boolean known, LibraryCounts counts, List<Folder> folders) {
    static final LibraryStatus UNKNOWN = new LibraryStatus(false, LibraryCounts.NONE, List.of());
}
