package semblance.indexer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.CatalogSession;
import semblance.indexer.catalog.Folder;
import semblance.indexer.catalog.FolderStatus;
import semblance.indexer.catalog.RelativePath;
import semblance.indexer.pipeline.RunStarter;
import semblance.indexer.scan.FolderScanner;
import semblance.indexer.scan.LibraryRules;

/// The roots of a library. Thread-safe.
public final class Folders {
    private static final int SAMPLE = 24;

    private final Catalog catalog;
    private final LibraryRules rules;
    private final RunStarter runs;

    Folders(Catalog catalog, LibraryRules rules, RunStarter runs) {
        this.catalog = catalog;
        this.rules = rules;
        this.runs = runs;
    }

    /// What walks of the folders pass over.
    public Exclusions exclusions() {
        return new Exclusions(catalog, rules);
    }

    public List<Folder> all() {
        return catalog.read(session -> session.folders().all());
    }

    /// How each folder stands, in the order they were added.
    public List<FolderStatus> statuses() {
        return catalog.read(session -> session.folders().statuses());
    }

    /// Adds a folder, or finds the one that already holds it.
    ///
    /// @throws IllegalArgumentException if it is no folder that can be listed; the message is for the user
    public Folder add(Path path) {
        Path wanted = real(path);
        return catalog.writeDurably(session -> holding(session, wanted)
                .orElseGet(() -> session.folders().add(wanted)));
    }

    private Optional<Folder> holding(CatalogSession session, Path path) {
        return session.folders().holding(path).filter(folder -> reaches(session, folder, path));
    }

    /// Whether walks of a folder come to a path in it.
    private boolean reaches(CatalogSession session, Folder folder, Path path) {
        return rules.read(session).explain(path, folder.path()).isEmpty();
    }

    /// What became of the photos of a folder that was removed.
    ///
    /// @param left   photos that left the library
    /// @param holder the folder around it to which its photos belong now, if there is one
    public record Removal(long left, Optional<Folder> holder) {
    }

    /// Removes a folder from the library; nothing on disk is touched. Its photos leave the library, unless another folder
    /// holds them too. For [semblance.indexer.catalog.DepartureTable#KEPT] they get their tags back when they turn up again,
    /// and are not encoded anew. Runs under way are asked to stop.
    ///
    /// @param path of the folder, which need not be there any more
    /// @throws IllegalArgumentException if it is no folder of the library; the message is for the user
    public Removal remove(Path path) {
        return runs.between(() -> catalog.writeDurably(session -> {
            Folder folder = named(session, path);
            Optional<Folder> holder = folder.path().getParent() == null
                    ? Optional.empty()
                    : session.folders().holding(folder.path().getParent())
                            .filter(around -> reaches(session, around, folder.path()));
            if (holder.isPresent()) {
                String prefix = RelativePath.slashed(holder.get().path().relativize(folder.path())) + "/";
                session.folders().handOver(folder.id(), holder.get().id(), prefix, session.photoFiles());
                return new Removal(0, holder);
            }
            return new Removal(session.folders().remove(folder.id(), session.photoFiles()), holder);
        }));
    }

    /// Notes that a folder lies at another place now: its drive has another letter or mount point. Photos, tags and
    /// embeddings stay as they are, and no file is read. Runs under way are asked to stop.
    ///
    /// @param path  of the folder, which need not be there any more
    /// @param place where it is now
    /// @param force believes it even if the photos are not found there
    /// @throws IllegalArgumentException if that cannot be; the message is for the user
    public Folder relocate(Path path, Path place, boolean force) {
        Path real = real(place);
        return runs.between(() -> catalog.writeDurably(session -> {
            Folder folder = named(session, path);
            refuseTaken(session, folder, real);
            boolean found = found(session, folder, real, force);
            // Where the photos were not found, an empty place is not to be taken for the folder emptied.
            session.folders().relocate(folder.id(), real, found ? key(real) : folder.rootKey());
            return session.folders().all().stream().filter(each -> each.id() == folder.id()).findFirst().orElseThrow();
        }));
    }

    /// Takes what is at a place for what belongs there, although it is not what was indexed: photos that are not there leave
    /// the library at the next walk, and what is there is indexed.
    ///
    /// @param path of a folder of the library, or of a place in one where a drive used to begin
    /// @throws IllegalArgumentException if it is neither; the message is for the user
    public void accept(Path path) {
        runs.between(() -> catalog.writeDurably(session -> {
            Path place = path.toAbsolutePath().normalize();
            Optional<Folder> around = session.folders().all().stream().filter(each -> place.startsWith(each.path()))
                    .filter(each -> session.mounts().in(each.id()).stream()
                            .anyMatch(mount -> each.path().resolve(mount.directory()).equals(place)))
                    .findFirst();
            if (around.isPresent()) {
                session.mounts().remove(around.get().id(), RelativePath.slashed(around.get().path().relativize(place)));
            } else {
                session.folders().forgetKey(named(session, path).id());
            }
            return true;
        }));
    }

    private void refuseTaken(CatalogSession session, Folder folder, Path place) {
        Optional<Folder> holder = session.folders().all().stream()
                .filter(other -> other.id() != folder.id() && place.startsWith(other.path())
                        && reaches(session, other, place))
                .findFirst();
        if (holder.isPresent()) {
            throw new IllegalArgumentException(place + " is part of the folder " + holder.get().path()
                    + ", which is in the library already. Remove " + folder.path()
                    + " instead; its photos keep their tags.");
        }
    }

    /// Looks for some of the photos, by their names and sizes.
    private static boolean found(CatalogSession session, Folder folder, Path place, boolean force) {
        Map<String, Long> sample = session.files().sample(folder.id(), SAMPLE);
        long found = sample.entrySet().stream().filter(file -> isAt(place.resolve(file.getKey()), file.getValue()))
                .count();
        boolean enough = 2 * found >= sample.size();
        if (!enough && !force) {
            throw new IllegalArgumentException("Of " + sample.size() + " photos of " + folder.path() + ", " + found
                    + (found == 1 ? " is" : " are") + " in " + place
                    + ". Name the folder that holds them now; if it is the right one nevertheless, use --force.");
        }
        return enough;
    }

    private static boolean isAt(Path file, long size) {
        try {
            return FolderScanner.stat(file).size() == size;
        } catch (IOException e) {
            return false;
        }
    }

    private String key(Path folder) {
        try {
            return rules.drives().identity(folder);
        } catch (IOException e) {
            throw cannotBeOpened(folder, e);
        }
    }

    /// A folder of the library by its path, also one that is away.
    private static Folder named(CatalogSession session, Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path real;
        try {
            real = path.toRealPath();
        } catch (IOException e) {
            real = absolute; // away with its drive
        }
        List<Path> names = List.of(absolute, real);
        List<Folder> all = session.folders().all();
        return all.stream().filter(folder -> names.contains(folder.path())).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(path + " is no folder of the library. "
                        + (all.isEmpty()
                                ? "It has none yet."
                                : "They are: " + String.join(", ", all.stream().map(folder -> folder.path().toString())
                                        .toList()) + ".")));
    }

    private static Path real(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "There is no folder " + path + ". Check the name, or plug in its drive.");
        }
        if (!Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + " is a file, not a folder. Name the folder that holds it.");
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw cannotBeOpened(path, e);
        }
    }

    private static IllegalArgumentException cannotBeOpened(Path path, IOException e) {
        return new IllegalArgumentException(
                "The folder " + path + " cannot be opened (" + e.getMessage() + "). Check its permissions.", e);
    }
}
