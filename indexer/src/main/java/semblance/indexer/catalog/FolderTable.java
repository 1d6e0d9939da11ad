package semblance.indexer.catalog;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// The roots the user added.
public final class FolderTable {
    private final Database database;
    private final RevisionLog log;
    private final Clock clock;

    FolderTable(Database database, RevisionLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
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
                path.toString(), clock.millis());
        return new Folder(id, path, Folder.State.NEW, "");
    }

    /// Notes that the folder cannot be reached.
    ///
    /// @return how many folders changed: 1
    public int wentOffline(long id) {
        return database.update("UPDATE folder SET state = 'offline' WHERE id = ?", id);
    }

    /// Notes that the folder can be reached, but could not be walked whole.
    ///
    /// @return how many folders changed: 1
    public int cameOnline(long id) {
        return database.update("UPDATE folder SET state = 'online', partly = 1 WHERE id = ?", id);
    }

    /// Notes a walk of the whole folder that met no error.
    ///
    /// @return how many folders changed: 1
    public int walked(long id, String rootKey) {
        return database.update("UPDATE folder SET state = 'online', partly = 0, root_key = ?, scanned_ms = ?"
                + " WHERE id = ?", rootKey, clock.millis(), id);
    }

    /// Lets the next whole walk believe whatever directory it finds.
    ///
    /// @return how many folders changed: 1
    public int forgetKey(long id) {
        return database.update("UPDATE folder SET root_key = NULL WHERE id = ?", id);
    }

    /// How each folder stands, in the order they were added.
    public List<FolderStatus> statuses() {
        return database.list(
                """
                SELECT o.id, o.path, o.state, o.root_key, o.partly, o.scanned_ms,
                    COUNT(*) FILTER (WHERE f.state = 'indexed'), COUNT(*) FILTER (WHERE f.state = 'failed'),
                    COUNT(*) FILTER (WHERE f.state = 'pending')
                FROM folder o LEFT JOIN file f ON f.folder_id = o.id AND f.companion = 0 GROUP BY o.id ORDER BY o.id""",
                row -> {
                    long walked = row.getLong(6);
                    Optional<Instant> lastWalk = row.wasNull()
                            ? Optional.empty()
                            : Optional.of(Instant.ofEpochMilli(walked));
                    Folder folder = folder(row.getLong(1), row.getString(2), row.getString(3), row.getString(4));
                    return new FolderStatus(folder, FolderStatus.State.of(folder.state(), row.getBoolean(5)),
                            row.getLong(7), row.getLong(8), row.getLong(9), lastWalk);
                });
    }

    /// Removes a folder with all that is known of its files. Its photos leave the library; see [DepartureTable].
    ///
    /// @return how many photos left
    public int remove(long id, PhotoFiles files) {
        files.partFrom(id);
        new DepartureTable(database, log, clock).addAll(id);
        long revision = log.next();
        database.update(
                "INSERT INTO tombstone SELECT DISTINCT photo_id, ? FROM file WHERE folder_id = ? AND photo_id IS NOT NULL",
                revision, id);
        database.update("DELETE FROM file WHERE folder_id = ?", id);
        int photos = database.update(
                "DELETE FROM photo WHERE id IN (SELECT photo_id FROM tombstone WHERE revision = ?)",
                revision);
        database.update("DELETE FROM folder WHERE id = ?", id);
        return photos;
    }

    /// Hands the files of a folder over to one that holds it, which takes the place of its own knowledge of them.
    ///
    /// @param prefix the folder within the other one, with a `/` at its end
    /// @return how many photos moved with their files
    public int handOver(long id, long holder, String prefix, PhotoFiles files) {
        int photos = database.update("""
                                     UPDATE OR IGNORE file SET folder_id = ?,
                                         directory = RTRIM(? || directory, '/')
                                     WHERE folder_id = ? AND photo_id IS NOT NULL""", holder, prefix, id);
        // Whether it is a drive that is away has to be found out by the walks of the other one from now on.
        database.update("""
                        INSERT OR IGNORE INTO mount SELECT ?, RTRIM(?, '/'), root_key,
                            CASE state WHEN 'offline' THEN 'offline' ELSE 'online' END
                        FROM folder WHERE id = ? AND root_key IS NOT NULL""", holder, prefix, id);
        database.update("""
                        INSERT OR IGNORE INTO mount SELECT ?, ? || directory, root_key, state
                        FROM mount WHERE folder_id = ?""", holder, prefix, id);
        remove(id, files);
        return photos;
    }

    /// Notes that a folder lies at another place now.
    ///
    /// @param rootKey identity of the directory there, or what it was if that is not to be trusted
    /// @return how many folders changed: 1
    public int relocate(long id, Path path, String rootKey) {
        return database.update("UPDATE folder SET path = ?, root_key = ?, state = 'online' WHERE id = ?",
                path.toString(), rootKey, id);
    }
}
