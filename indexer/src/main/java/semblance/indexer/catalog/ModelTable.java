package semblance.indexer.catalog;

import java.util.List;
import java.util.Optional;

/// Which model the user has chosen, which embedding space searches use, and what a space lacks.
public final class ModelTable {
    private static final String CHOSEN = "model.chosen";
    private static final String SPACE = "model.space";
    /// Files of indexed photos whose content has no embedding in a space and may get one.
    private static final String LACKING = """
                                          FROM file f JOIN photo p ON p.id = f.photo_id
                                          JOIN folder o ON o.id = f.folder_id
                                          WHERE f.state = 'indexed'
                                          AND NOT EXISTS (SELECT 1 FROM embedding e
                                              WHERE e.content_id = p.content_id AND e.space_id = ?)
                                          AND NOT EXISTS (SELECT 1 FROM unencodable u
                                              WHERE u.content_id = p.content_id AND u.space_id = ?)""";

    private final Database database;

    ModelTable(Database database) {
        this.database = database;
    }

    /// Id of the model the user has chosen; empty while it is the usual one.
    public Optional<String> chosen() {
        return setting(CHOSEN);
    }

    /// Chooses a model.
    ///
    /// @return the choice before
    public Optional<String> choose(String model) {
        Optional<String> before = chosen();
        set(CHOSEN, model);
        return before;
    }

    /// Id of the embedding space that searches use; empty in a library that was never opened for writing.
    public Optional<String> spaceInUse() {
        return setting(SPACE);
    }

    /// Lets searches use a space.
    ///
    /// @return the one before
    public Optional<String> use(String space) {
        Optional<String> before = spaceInUse();
        set(SPACE, space);
        return before;
    }

    /// How many files of indexed photos have no embedding in a space, of those that may get one.
    public long countLacking(long spaceId) {
        return database.one("SELECT COUNT(*) " + LACKING, row -> row.getLong(1), spaceId, spaceId).orElseThrow();
    }

    /// Such files, but for those of folders that are away; the latest first.
    ///
    /// @param before id of the last one seen, the greatest number to begin
    public List<PendingFile> lacking(long spaceId, long before, int limit) {
        return database.list(
                "SELECT " + FileTable.PENDING_FILE + " " + LACKING
                        + " AND o.state <> 'offline' AND f.id < ? ORDER BY f.id DESC LIMIT ?",
                FileTable::pendingFile, spaceId, spaceId, before, limit);
    }

    /// Notes that a content cannot have an embedding in a space: it does not keep the space from being complete.
    public void noteUnencodable(long contentId, long spaceId, String message) {
        database.update("INSERT OR REPLACE INTO unencodable VALUES (?, ?, ?)", contentId, spaceId, message);
    }

    private Optional<String> setting(String name) {
        return database.one("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name);
    }

    private void set(String name, String value) {
        database.update("INSERT INTO setting VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name, value);
    }
}
