package semblance.indexer.tag;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import semblance.indexer.scan.FolderScanner;
import semblance.indexer.scan.FolderScanner.Outcome;
import semblance.indexer.scan.ScanRules;
import semblance.indexer.scan.SystemDrives;

/// Finds the files that a user means by naming files and folders.
final class PictureFiles {
    private final FolderScanner scanner = new FolderScanner(ScanRules.usual(), new SystemDrives());

    /// Hands over each file in the order named, those of a folder by folder and name.
    ///
    /// @param failed told of folders that could not be listed, wholly or in part
    void each(Iterable<Path> filesAndFolders, Consumer<PictureFile> found, Consumer<FileTags.Failed> failed,
            BooleanSupplier cancelled) {
        for (Path named : filesAndFolders) {
            Path path = named.toAbsolutePath().normalize();
            if (cancelled.getAsBoolean()) {
                return;
            }
            if (Files.isDirectory(path)) {
                folder(path, found, failed, cancelled);
            } else {
                found.accept(new PictureFile(path, true));
            }
        }
    }

    private void folder(Path folder, Consumer<PictureFile> found, Consumer<FileTags.Failed> failed,
            BooleanSupplier cancelled) {
        Outcome outcome = scanner.scan(folder, Set.of(), listing -> listing.files().keySet().stream()
                .filter(name -> !listing.unnamable().contains(name))
                .forEach(name -> found
                        .accept(new PictureFile(folder.resolve(listing.directory()).resolve(name), false))),
                cancelled);
        if (outcome != Outcome.WHOLE && !cancelled.getAsBoolean()) {
            failed.accept(new FileTags.Failed(folder, outcome == Outcome.UNREACHABLE
                    ? "The folder cannot be listed. Check its permissions and its drive."
                    : "Some of the folder cannot be listed. Check the permissions of what is in it."));
        }
    }
}
