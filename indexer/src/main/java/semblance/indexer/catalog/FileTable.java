package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The files below the folders: photos, failures, and files known to be no pictures, so that a rescan opens nothing.
public final class FileTable {
    private final Database database;

    FileTable(Database database) {
        this.database = database;
    }

    /// The directories of a folder that hold known files, relative, `""` for the folder itself, each with the number of
    /// photos in it.
    public Map<String, Long> photosByDirectory(long folderId) {
        Map<String, Long> photos = new HashMap<>();
        database.each("SELECT directory, COUNT(photo_id) FROM file WHERE folder_id = ? GROUP BY directory",
                row -> photos.put(row.getString(1), row.getLong(2)), folderId);
        return photos;
    }

    public boolean isEmpty(long folderId) {
        return database.one("SELECT 1 FROM file WHERE folder_id = ? LIMIT 1", row -> 1, folderId).isEmpty();
    }

    /// The known files of one directory, by name.
    ///
    /// @param readerVersion of this program: what an older one has failed at or skipped is to be looked at again
    public Map<String, KnownFile> inDirectory(long folderId, String directory, int readerVersion) {
        Map<String, KnownFile> known = new HashMap<>();
        database.each("""
                      SELECT f.id, name, size, modified_ns, file_key,
                             state IN ('failed', 'skipped') AND (reader_version < ? OR COALESCE(passing, 0)),
                             photo_id IS NOT NULL
                      FROM file f LEFT JOIN failure ON file_id = f.id WHERE folder_id = ? AND directory = ?""",
                row -> known.put(row.getString(2),
                        new KnownFile(row.getLong(1), row.getString(2),
                                new FileStat(row.getLong(3), row.getLong(4), row.getString(5)), row.getBoolean(6),
                                row.getBoolean(7))),
                readerVersion, folderId, directory);
        return known;
    }

    /// The number after the last pending file's.
    public long nextSequence() {
        return database.one("""
                            SELECT COALESCE(MAX(pending_seq), 0) + 1 FROM file INDEXED BY file_pending
                            WHERE state = 'pending'""", row -> row.getLong(1)).orElseThrow();
    }

    /// Adds a file that waits to be read.
    public long addPending(long folderId, String directory, String name, FileStat stat, long sequence) {
        return database.returning(
                """
                INSERT INTO file (folder_id, directory, name, name_nfc, size, modified_ns, file_key, state, pending_seq)
                VALUES (?, ?, ?, ?, ?, ?, ?, 'pending', ?) RETURNING id""", folderId, directory, name,
                Normalizer.normalize(name, Normalizer.Form.NFC), stat.size(), stat.modifiedNs(), stat.fileKey(),
                sequence);
    }

    /// Lets a known file wait to be read again.
    public void markPending(long fileId, FileStat stat, long sequence) {
        database.update("""
                        UPDATE file SET size = ?, modified_ns = ?, file_key = ?, state = 'pending', pending_seq = ?
                        WHERE id = ?""", stat.size(), stat.modifiedNs(), stat.fileKey(), sequence, fileId);
    }

    /// Lets all files of photos wait whose content has no embedding in a space, each with a number of its own.
    ///
    /// @param afterSequence their numbers are greater
    public int markUnencoded(long spaceId, long afterSequence) {
        return database.update(
                """
                UPDATE file SET state = 'pending', pending_seq = ? + id
                WHERE state = 'indexed' AND NOT EXISTS (SELECT 1 FROM embedding e
                    WHERE e.content_id = file.content_id AND e.space_id = ?)
                AND NOT EXISTS (SELECT 1 FROM unencodable u WHERE u.content_id = file.content_id AND u.space_id = ?)""",
                afterSequence, spaceId, spaceId);
    }

    /// Columns of [#pendingFile], of a file `f` in a folder `o`.
    static final String PENDING_FILE = "f.id, o.path, f.directory, f.name, f.size, f.modified_ns, f.photo_id IS NOT NULL";

    static PendingFile pendingFile(ResultSet row) throws SQLException {
        return new PendingFile(row.getLong(1),
                Path.of(row.getString(2)).resolve(row.getString(3)).resolve(row.getString(4)), row.getLong(5),
                row.getLong(6), row.getBoolean(7));
    }

    /// The pending files of some folders, those last modified latest first; not the suspects of [CrashTable].
    ///
    /// @param beforeNs modification time of the last one seen, the greatest number to begin
    /// @param beforeId id of the last one seen, the greatest number to begin
    public List<PendingFile> pendingNewestFirst(Collection<Long> folderIds, long beforeNs, long beforeId, int limit) {
        if (folderIds.isEmpty()) {
            return List.of();
        }
        String ids = String.join(",", folderIds.stream().map(String::valueOf).toList());
        // Left to itself, SQLite takes the index of states and sorts all pending files for every page.
        return database.list("""
                             SELECT %s FROM file f INDEXED BY file_newest_pending
                             CROSS JOIN folder o ON o.id = f.folder_id
                             WHERE f.state = 'pending' AND (f.modified_ns, f.id) < (?, ?) AND f.folder_id IN (%s)
                             AND f.id NOT IN (SELECT file_id FROM crash)
                             ORDER BY f.modified_ns DESC, f.id DESC LIMIT ?""".formatted(PENDING_FILE, ids),
                FileTable::pendingFile, beforeNs, beforeId, limit);
    }

    /// How many files of some folders are pending.
    public long countPending(Collection<Long> folderIds) {
        String ids = String.join(",", folderIds.stream().map(String::valueOf).toList());
        return database.one("SELECT COUNT(*) FROM file WHERE state = 'pending' AND folder_id IN (" + ids + ")",
                row -> row.getLong(1)).orElseThrow();
    }

    /// Where a photo is.
    ///
    /// @param directory relative to the folder
    /// @param path      absolute
    public record Place(long fileId, Folder folder, String directory, Path path) {
    }

    /// Files of photos that have a content, in no particular order.
    public List<Place> withContent(Fingerprint fingerprint, int limit) {
        return database.list("""
                             SELECT f.id, f.directory, f.name, o.id, o.path, o.state, o.root_key
                             FROM content c JOIN file f ON f.content_id = c.id AND f.photo_id IS NOT NULL
                             JOIN folder o ON o.id = f.folder_id WHERE c.fingerprint = ? AND c.size = ? LIMIT ?""",
                row -> {
                    Folder folder = FolderTable.folder(row.getLong(4), row.getString(5), row.getString(6),
                            row.getString(7));
                    return new Place(row.getLong(1), folder, row.getString(2),
                            folder.path().resolve(row.getString(2)).resolve(row.getString(3)));
                }, fingerprint.bytes(), fingerprint.size(), limit);
    }

    /// Whether a photo's file with a content waits to be read: it may have another content by now.
    public boolean isContentPending(long contentId) {
        return database.one("""
                            SELECT 1 FROM file WHERE content_id = ? AND photo_id IS NOT NULL AND state = 'pending'
                            LIMIT 1""", row -> true, contentId).isPresent();
    }

    /// The photo a file is, if it is one.
    public Optional<Long> photoOf(long fileId) {
        return database.one("SELECT photo_id FROM file WHERE id = ? AND photo_id IS NOT NULL", row -> row.getLong(1),
                fileId);
    }

    /// A file of the library.
    ///
    /// @param photoId 0 if it is no photo
    public record Entry(long fileId, State state, long photoId) {
        /// What has become of it.
        public enum State {
            PENDING, INDEXED, FAILED, SKIPPED
        }
    }

    /// What is known of the file at a path.
    public Optional<Entry> entry(Folder folder, Path path) {
        if (path.equals(folder.path())) {
            return Optional.empty();
        }
        Path relative = folder.path().relativize(path);
        return database.one("""
                            SELECT id, state, COALESCE(photo_id, 0) FROM file
                            WHERE folder_id = ? AND directory = ? AND name = ?""",
                row -> new Entry(row.getLong(1), Entry.State.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getLong(3)),
                folder.id(), RelativePath.directory(relative), RelativePath.name(relative));
    }

    /// Counts the files of a folder below a directory.
    ///
    /// @param directory the folder itself or a path in it
    public LibraryCounts countBelow(Folder folder, Path directory) {
        String relative = RelativePath.slashed(folder.path().relativize(directory));
        boolean offline = folder.state() == Folder.State.OFFLINE;
        // What lies below a/b is between a/b/ and a/b0: 0 is what follows a slash.
        return database.one("""
                            SELECT COUNT(*) FILTER (WHERE state = 'indexed'), COUNT(*) FILTER (WHERE state = 'failed'),
                                   COUNT(*) FILTER (WHERE state = 'pending'), COUNT(*) FILTER (WHERE state = 'skipped'),
                                   COUNT(*) FILTER (WHERE state = 'indexed' AND photo_id IN (SELECT p.id FROM photo p
                                       JOIN content c ON c.id = p.content_id WHERE c.whole = 0))
                            FROM file WHERE folder_id = ? AND companion = 0
                            AND (? = '' OR directory = ? OR directory >= ? || '/' AND directory < ? || '0')""", row -> {
            long photos = row.getLong(1) + row.getLong(2) + row.getLong(3);
            return new LibraryCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4),
                    offline ? photos : 0, row.getLong(5));
        }, folder.id(), relative, relative, relative, relative).orElseThrow();
    }

    /// The photo at a path.
    public Optional<Long> photoAt(Folder folder, Path path) {
        Path relative = folder.path().relativize(path);
        return database.one("SELECT photo_id FROM file WHERE folder_id = ? AND directory = ? AND name = ?"
                + " AND photo_id IS NOT NULL", row -> row.getLong(1), folder.id(), RelativePath.directory(relative),
                RelativePath.name(relative));
    }

    /// Photos of which the path ends as a user says; capitals make no difference.
    ///
    /// @param end   relative
    /// @param limit paths wanted at most
    /// @return absolute paths, of different contents
    public List<Path> endingWith(Path end, int limit) {
        String name = new NamePattern(RelativePath.name(end)).text();
        Pattern wanted = Pattern.compile(Pattern.quote(new NamePattern(RelativePath.slashed(end)).text()),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Map<Long, Path> found = new LinkedHashMap<>();
        database.each("""
                      SELECT o.path, f.directory, f.name, p.content_id FROM file f JOIN folder o ON o.id = f.folder_id
                      JOIN photo p ON p.id = f.photo_id
                      WHERE f.name_nfc LIKE ? ESCAPE '\\' AND p.content_id IS NOT NULL ORDER BY f.id""", row -> {
            Path path = Path.of(row.getString(1)).resolve(row.getString(2)).resolve(row.getString(3));
            Path tail = path.subpath(Math.max(0, path.getNameCount() - end.getNameCount()), path.getNameCount());
            if (found.size() < limit
                    && wanted.matcher(new NamePattern(RelativePath.slashed(tail)).text()).matches()) {
                found.putIfAbsent(row.getLong(4), path);
            }
        }, new NamePattern(name).like());
        return List.copyOf(found.values());
    }

    /// Notes that a file was read. [PhotoFiles#assign] has to follow.
    ///
    /// @param contentId of the picture in it
    public void indexed(long fileId, long contentId, FileStat stat) {
        decided(fileId, "indexed", stat, 0);
        database.update("""
                        UPDATE file SET content_id = ?, format = (SELECT format FROM content WHERE id = ?)
                        WHERE id = ?""", contentId, contentId, fileId);
        database.update("DELETE FROM failure WHERE file_id = ?", fileId);
    }

    public void skipped(long fileId, FileStat stat, int readerVersion) {
        decided(fileId, "skipped", stat, readerVersion);
        database.update("UPDATE file SET format = '' WHERE id = ?", fileId);
        database.update("DELETE FROM failure WHERE file_id = ?", fileId);
    }

    /// Notes that a file could not be read.
    ///
    /// @param format by its first bytes, empty if they could not be read either
    public void failed(long fileId, String format, FileStat stat, int readerVersion) {
        decided(fileId, "failed", stat, readerVersion);
        database.update("UPDATE file SET format = ? WHERE id = ? AND ? <> ''", format, fileId, format);
    }

    private void decided(long fileId, String state, FileStat stat, int readerVersion) {
        database.update(
                """
                UPDATE file SET state = ?, size = ?, modified_ns = ?, file_key = ?, pending_seq = NULL, reader_version = ?
                WHERE id = ?""",
                state, stat.size(), stat.modifiedNs(), stat.fileKey(), readerVersion, fileId);
    }

    /// Some known files of a folder, spread over all of them.
    ///
    /// @return where each lies within the folder, with `/` between names, and its size in bytes
    public Map<String, Long> sample(long folderId, int limit) {
        Map<String, Long> sample = new HashMap<>();
        database.each("""
                      SELECT CASE directory WHEN '' THEN name ELSE directory || '/' || name END, size FROM file
                      WHERE folder_id = ? AND state <> 'skipped' ORDER BY id * 2654435761 % 1000003 LIMIT ?""",
                row -> sample.put(row.getString(1), row.getLong(2)), folderId, limit);
        return sample;
    }

    public void delete(long fileId) {
        database.update("DELETE FROM file WHERE id = ?", fileId);
    }
}
