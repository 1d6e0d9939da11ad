package semblance.indexer;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.LibraryCounts;
import semblance.indexer.catalog.PhotoTag;
import semblance.indexer.scan.Exclusion;

/// What the library knows of a path: why a photo is found or not.
///
/// @param path   absolute
/// @param folder that holds it, if any does
/// @param there  whether something is at the path at this moment
/// @param files  of the photo that it is or belongs to, absolute: the one shown first; none if it is no photo
public record PathStanding(Path path, Optional<Folder> folder, boolean there, Fate fate, List<Path> files) {
    /// What became of it.
    public sealed interface Fate {
    }

    /// No folder of the library holds it.
    public record NoFolder() implements Fate {
    }

    /// Walks pass it over.
    public record Excluded(Exclusion exclusion) implements Fate {
    }

    /// No walk has come to it yet, or it was not there then.
    public record Unseen() implements Fate {
    }

    /// It waits to be read.
    public record Waiting() implements Fate {
    }

    /// It could not become a photo.
    public record Failed(Failure failure) implements Fate {
    }

    /// It is no picture.
    public record NoPicture() implements Fate {
    }

    /// It is a photo that searches find, also while its folder is away.
    ///
    /// @param tags  not the rejected ones
    /// @param whole false if a part of the picture is missing or garbled
    public record Indexed(long photoId, List<PhotoTag> tags, boolean whole) implements Fate {
    }

    /// It is a directory.
    ///
    /// @param counts of all files below it
    public record Directory(LibraryCounts counts) implements Fate {
    }

    /// Whether its folder could not be reached when last looked at.
    public boolean isOffline() {
        return folder.map(Folder::state).filter(Folder.State.OFFLINE::equals).isPresent();
    }
}
