package semblance.indexer.catalog;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;

/// The tags of photos. What the user has decided stands above what the program suggests.
public final class TagTable {
    private final Database database;
    private final RevisionLog log;
    private final Clock clock;

    TagTable(Database database, RevisionLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /// Stores what the user has decided about a tag of a photo, whether it was suggested or not.
    ///
    /// @return false if the photo is not in the library any more
    public boolean decide(long photoId, TagName name, TagState state) {
        if (state == TagState.SUGGESTED) {
            throw new IllegalArgumentException("a suggestion is nothing that users decide");
        }
        if (!exists(photoId)) {
            return false;
        }
        database.update("""
                        INSERT INTO photo_tag (photo_id, tag_id, state, decided_ms) VALUES (?, ?, ?, ?)
                        ON CONFLICT DO UPDATE SET state = excluded.state, decided_ms = excluded.decided_ms""",
                photoId, tagId(name), stored(state), clock.millis());
        changed(photoId);
        return true;
    }

    /// Stores the suggestions for a photo in place of those it had. What the user has confirmed or rejected stays. A photo
    /// that has left the library is passed over.
    public void suggest(long photoId, List<SuggestedTag> suggestions) {
        if (!exists(photoId)) {
            return;
        }
        Set<Long> suggested = new HashSet<>();
        int changes = 0;
        for (SuggestedTag suggestion : suggestions) {
            long tagId = tagId(TagName.of(suggestion.tag()));
            suggested.add(tagId);
            changes += database.update("""
                                       INSERT INTO photo_tag (photo_id, tag_id, state, certainty)
                                       VALUES (?, ?, 'suggested', ?)
                                       ON CONFLICT DO UPDATE SET certainty = excluded.certainty
                                       WHERE state = 'suggested' AND certainty <> excluded.certainty""", photoId, tagId,
                    suggestion.certainty());
        }
        for (long tagId : database.list("SELECT tag_id FROM photo_tag WHERE photo_id = ? AND state = 'suggested'",
                row -> row.getLong(1), photoId)) {
            if (!suggested.contains(tagId)) {
                changes += database.update("DELETE FROM photo_tag WHERE photo_id = ? AND tag_id = ?", photoId, tagId);
            }
        }
        if (changes > 0) {
            changed(photoId);
        }
    }

    /// Lets what the user has decided about one photo hold for another too; where they differ, what was decided last.
    void unite(long photoId, long other) {
        int changes = database.update("""
                                      INSERT INTO photo_tag (photo_id, tag_id, state, decided_ms)
                                      SELECT ?, tag_id, state, decided_ms FROM photo_tag
                                      WHERE photo_id = ? AND state <> 'suggested'
                                      ON CONFLICT DO UPDATE SET state = excluded.state, decided_ms = excluded.decided_ms
                                      WHERE photo_tag.state = 'suggested'
                                      OR excluded.decided_ms > photo_tag.decided_ms""",
                photoId, other);
        if (changes > 0) {
            changed(photoId);
        }
    }

    /// The tags of a photo that are not rejected: confirmed ones by name, then suggestions, most certain first.
    public List<PhotoTag> ofPhoto(long photoId) {
        return database.list("""
                             SELECT name, state, certainty FROM photo_tag JOIN tag ON tag.id = tag_id
                             WHERE photo_id = ? AND state <> 'rejected'
                             ORDER BY state, CASE state WHEN 'suggested' THEN -certainty END, key""",
                row -> tag(row, 1), photoId);
    }

    /// The photos that have a tag, not those for which it is rejected: confirmed ones first, then the most certain.
    public List<TaggedPhoto> photosWith(TagName name) {
        return database.list(
                """
                SELECT t.name, pt.state, pt.certainty, pt.photo_id, o.path, f.directory, f.name
                FROM tag t JOIN photo_tag pt ON pt.tag_id = t.id
                JOIN file f ON f.photo_id = pt.photo_id AND f.companion = 0 JOIN folder o ON o.id = f.folder_id
                WHERE t.key = ? AND pt.state <> 'rejected' GROUP BY pt.photo_id
                ORDER BY pt.state, pt.certainty DESC, pt.photo_id""",
                row -> new TaggedPhoto(row.getLong(4),
                        Path.of(row.getString(5)).resolve(row.getString(6)).resolve(row.getString(7)), tag(row, 1)),
                name.key());
    }

    /// The photos for which the user has confirmed a tag.
    public Set<Long> confirmed(TagName name) {
        return Set.copyOf(database.list("""
                                        SELECT photo_id FROM tag JOIN photo_tag ON tag_id = id
                                        WHERE key = ? AND state = 'confirmed'""", row -> row.getLong(1), name.key()));
    }

    /// All tags that some photo has, by name.
    public List<TagCount> all() {
        return database.list("""
                             SELECT name, COUNT(*) FILTER (WHERE state = 'confirmed'),
                                    COUNT(*) FILTER (WHERE state = 'suggested')
                             FROM tag JOIN photo_tag ON tag_id = id WHERE state <> 'rejected'
                             GROUP BY id ORDER BY key""",
                row -> new TagCount(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    private static PhotoTag tag(ResultSet row, int first) throws SQLException {
        double certainty = row.getDouble(first + 2);
        boolean suggested = !row.wasNull(); // asked at once: it speaks of the column read last
        return new PhotoTag(row.getString(first),
                TagState.valueOf(row.getString(first + 1).toUpperCase(Locale.ROOT)),
                suggested ? OptionalDouble.of(certainty) : OptionalDouble.empty());
    }

    private boolean exists(long photoId) {
        return database.one("SELECT 1 FROM photo WHERE id = ?", row -> true, photoId).isPresent();
    }

    private long tagId(TagName name) {
        return database.one("SELECT id FROM tag WHERE key = ?", row -> row.getLong(1), name.key())
                .orElseGet(() -> database.returning("INSERT INTO tag (name, key) VALUES (?, ?) RETURNING id",
                        name.text(), name.key()));
    }

    private void changed(long photoId) {
        database.update("UPDATE photo SET tag_revision = ? WHERE id = ?", log.next(), photoId);
    }

    private static String stored(TagState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
