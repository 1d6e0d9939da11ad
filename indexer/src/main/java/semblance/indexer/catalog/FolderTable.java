package semblance.indexer.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The roots the user added.
public final class FolderTable {
    private final Database database;

    FolderTable(Database database) {
        this.database = database;
    }

    /// All folders, in the order they were added.
    public List<Folder> all() {
        return database.list("SELECT id, path, state, root_key FROM folder ORDER BY id",
                row -> folder(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
    }

    static Folder folder(long id, String path, String state, @Nullable String rootKey) {
        return new Folder(id, Path.of(path), Folder.State.valueOf(state.toUpperCase(Locale.ROOT)),
                Objects.requireNonNullElse(rootKey, ""));
    }

    /// The folder that holds a path: the deepest one, if folders lie within each other.
    public Optional<Folder> holding(Path path) {
        return all().stream().filter(folder -> path.startsWith(folder.path()))
                .max((a, b) -> Integer.compare(a.path().getNameCount(), b.path().getNameCount()));
    }

    /// Adds a root.
    ///
    /// @param path absolute, not among [#all] yet
    public Folder add(Path path) {
        long id = database.returning("INSERT INTO folder (path, state, added_ms) VALUES (?, 'new', ?) RETURNING id",
                path.toString(), System.currentTimeMillis());
        return new Folder(id, path, Folder.State.NEW, "");
    }

    /// Notes that the folder cannot be reached.
    ///
    /// @return how many folders changed: 1
    public int wentOffline(long id) {
        return database.update("UPDATE folder SET state = 'offline' WHERE id = ?", id);
    }

    /// Notes that the folder can be reached.
    ///
    /// @return how many folders changed: 1
    public int cameOnline(long id) {
        return database.update("UPDATE folder SET state = 'online' WHERE id = ?", id);
    }

    /// Notes a walk of the whole folder that met no error.
    ///
    /// @return how many folders changed: 1
    public int walked(long id, String rootKey) {
        return database.update("UPDATE folder SET state = 'online', root_key = ?, scanned_ms = ? WHERE id = ?", rootKey,
                System.currentTimeMillis(), id);
    }
}
