package semblance.indexer.catalog;

import java.util.List;
import java.util.Locale;

/// The drives that appear within folders, each remembered by the directory in which it begins. What is in one that is away
/// stays in the library.
public final class MountTable {
    private final Database database;

    MountTable(Database database) {
        this.database = database;
    }

    /// A drive within a folder.
    ///
    /// @param directory relative to the folder, `/` between names, never empty
    /// @param rootKey   identity of the directory while the drive is there
    public record Mount(String directory, String rootKey, Folder.State state) {
        /// Whether a directory of the same folder lies on it, or on a drive further down.
        public boolean holds(String other) {
            return other.equals(directory) || other.startsWith(directory + "/");
        }
    }

    /// The drives within a folder.
    public List<Mount> in(long folderId) {
        return database.list("SELECT directory, root_key, state FROM mount WHERE folder_id = ? ORDER BY directory",
                row -> new Mount(row.getString(1), row.getString(2),
                        Folder.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT))),
                folderId);
    }

    /// Remembers a drive that is there.
    public void put(long folderId, String directory, String rootKey) {
        database.update("""
                        INSERT INTO mount VALUES (?, ?, ?, 'online') ON CONFLICT (folder_id, directory)
                        DO UPDATE SET root_key = excluded.root_key, state = 'online'""", folderId, directory, rootKey);
    }

    /// Notes that a drive cannot be reached.
    public void wentOffline(long folderId, String directory) {
        database.update("UPDATE mount SET state = 'offline' WHERE folder_id = ? AND directory = ?", folderId,
                directory);
    }

    /// Forgets that a drive was there: its directory is one like others.
    public void remove(long folderId, String directory) {
        database.update("DELETE FROM mount WHERE folder_id = ? AND directory = ?", folderId, directory);
    }
}
