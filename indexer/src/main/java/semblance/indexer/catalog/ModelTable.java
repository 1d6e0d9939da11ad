package semblance.indexer.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// Which model the user has chosen, which embedding space searches use, and what a space lacks.
public final class ModelTable {
    private static final String CHOSEN = "model.chosen";
    private static final String SPACE = "model.space";
    private static final String USED = "model.used";
    /// After the change so many percent of the photos at most may be without an embedding, because the model refuses them.
    private static final int REFUSED_PERCENT = 10;
    /// Files of photos that searches find and whose content has no embedding in a space and may get one.
    private static final String LACKING = """
                                          FROM file f JOIN folder o ON o.id = f.folder_id
                                          WHERE f.photo_id IS NOT NULL AND f.content_id IS NOT NULL
                                          AND NOT EXISTS (SELECT 1 FROM embedding e
                                              WHERE e.content_id = f.content_id AND e.space_id = ?)
                                          AND NOT EXISTS (SELECT 1 FROM unencodable u
                                              WHERE u.content_id = f.content_id AND u.space_id = ?)""";
    /// Of these, the ones that can be read now: others are away with their drive, or were not settled by a run.
    private static final String FEEDABLE = LACKING + " AND f.state = 'indexed' AND o.state <> 'offline'";
    private static final String SUSPECT = "(SELECT 1 FROM crash WHERE file_id = f.id)";

    private final Database database;
    private final Clock clock;

    ModelTable(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
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

    /// Id of the model whose towers searches use; empty for the usual one.
    public Optional<String> modelInUse() {
        return setting(USED).filter(id -> !id.isEmpty());
    }

    /// Lets searches use a space with the chosen model. What the model before could not encode, this one may: it is tried
    /// in the next run.
    ///
    /// @return the space before
    public Optional<String> use(String space) {
        Optional<String> before = spaceInUse();
        set(SPACE, space);
        set(USED, chosen().orElse(""));
        if (before.isPresent() && !before.get().equals(space)) {
            new FailureTable(database, clock).retryEncoding(new FileTable(database).nextSequence());
        }
        return before;
    }

    /// Whether searches may use a space: every photo has its embedding there, but for a few that the model refuses.
    public boolean isComplete(long spaceId) {
        return countLacking(spaceId) == 0 && database.one("""
                                                          SELECT 100 * COUNT(DISTINCT u.content_id)
                                                                 <= ? * COUNT(DISTINCT p.content_id)
                                                          FROM photo p LEFT JOIN unencodable u
                                                              ON u.content_id = p.content_id AND u.space_id = ?
                                                          WHERE p.content_id IS NOT NULL""",
                row -> row.getBoolean(1), REFUSED_PERCENT, spaceId).orElseThrow();
    }

    private long countLacking(long spaceId) {
        return database.one("SELECT COUNT(*) " + LACKING, row -> row.getLong(1), spaceId, spaceId).orElseThrow();
    }

    /// How many photos have no embedding in a space, known or not, for whatever reason.
    public long countWithout(String space) {
        return database.one("""
                            SELECT COUNT(*) FROM photo p WHERE content_id IS NOT NULL AND NOT EXISTS (
                                SELECT 1 FROM embedding e JOIN space s ON s.id = e.space_id
                                WHERE e.content_id = p.content_id AND s.name = ?)""",
                row -> row.getLong(1), space).orElseThrow();
    }

    /// How many photos have an embedding in a space, known or not.
    public long countWith(String space) {
        return database.one("""
                            SELECT COUNT(*) FROM photo p WHERE EXISTS (
                                SELECT 1 FROM embedding e JOIN space s ON s.id = e.space_id
                                WHERE e.content_id = p.content_id AND s.name = ?)""",
                row -> row.getLong(1), space).orElseThrow();
    }

    /// How many files of photos have no embedding in a space and can be read now to get one.
    public long countFeedable(long spaceId) {
        return database.one("SELECT COUNT(*) " + FEEDABLE, row -> row.getLong(1), spaceId, spaceId).orElseThrow();
    }

    /// These files, but for the suspects of [CrashTable]; the latest first.
    ///
    /// @param before id of the last one seen, the greatest number to begin
    public List<PendingFile> lacking(long spaceId, long before, int limit) {
        return database.list(
                "SELECT " + FileTable.PENDING_FILE + " " + FEEDABLE + " AND f.id < ? AND NOT EXISTS " + SUSPECT
                        + " ORDER BY f.id DESC LIMIT ?",
                FileTable::pendingFile, spaceId, spaceId, before, limit);
    }

    /// The suspects among them.
    public List<PendingFile> suspects(long spaceId) {
        return database.list("SELECT " + FileTable.PENDING_FILE + " " + FEEDABLE + " AND EXISTS " + SUSPECT,
                FileTable::pendingFile, spaceId, spaceId);
    }

    /// Lets a space try again what its model has refused; not files that have ended the program twice.
    public int forgetUnencodable(long spaceId) {
        return database.update(
                """
                DELETE FROM unencodable WHERE space_id = ? AND NOT EXISTS (
                    SELECT 1 FROM file f JOIN crash c ON c.file_id = f.id
                    WHERE f.content_id = unencodable.content_id AND c.strikes >= ?)""",
                spaceId, CrashTable.STRIKES);
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
