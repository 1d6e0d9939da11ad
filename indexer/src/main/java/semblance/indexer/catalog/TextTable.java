package semblance.indexer.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The texts that stand with photos, for the view of them. Triggers note which photos change; see `009-text.sql`.
public final class TextTable {
    /// How texts of a source are read.
    ///
    /// @param sql   photo and stored text, of photos `p` that have changed
    /// @param texts that one stored text is
    private record Reading(TextSource source, String sql, Function<String, Stream<String>> texts) {
    }

    private static final List<Reading> READINGS = List.of(
            new Reading(TextSource.NAME, "p.id, '' FROM photo p", Stream::of), // one that has lost all its texts is told too
            new Reading(TextSource.NAME, "p.id, f.name_nfc FROM photo p JOIN file f ON f.photo_id = p.id",
                    name -> Stream.of(withoutExtension(name))),
            new Reading(TextSource.FOLDER, "p.id, f.directory FROM photo p JOIN file f ON f.photo_id = p.id",
                    directory -> Stream.of(directory.split("/"))),
            new Reading(TextSource.FOLDER, """
                                           p.id, o.path FROM photo p JOIN file f ON f.photo_id = p.id
                                           JOIN folder o ON o.id = f.folder_id""",
                    path -> Stream.of(path.substring(1 + Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))))),
            new Reading(TextSource.TAG, """
                                        p.id, t.name FROM photo p JOIN tag t JOIN photo_tag pt
                                        ON pt.photo_id = p.id AND pt.tag_id = t.id AND pt.state = 'confirmed'""",
                    Stream::of),
            new Reading(TextSource.TITLE, written("COALESCE(NULLIF(s.title, ''), m.title, '')"), Stream::of),
            new Reading(TextSource.DESCRIPTION, written("COALESCE(NULLIF(s.description, ''), m.description, '')"),
                    Stream::of),
            new Reading(TextSource.KEYWORD, written("""
                                                    CASE WHEN s.keywords || s.hierarchy <> ''
                                                    THEN s.keywords || char(10) || s.hierarchy
                                                    ELSE COALESCE(m.keywords || char(10) || m.hierarchy, '') END"""),
                    lines -> Stream.of(lines.split("[\n|]"))));
    private static final String CHANGED = rowsOf("p.text_revision > ?1");
    private static final String SOME = rowsOf("p.id IN (SELECT value FROM json_each(?1))");

    private final Database database;
    private final RevisionLog log;

    TextTable(Database database, RevisionLog log) {
        this.database = database;
        this.log = log;
    }

    /// What a sidecar says stands before what the photo itself says.
    private static String written(String text) {
        return "p.id, " + text + " FROM photo p LEFT JOIN metadata m ON m.content_id = p.content_id"
                + " LEFT JOIN sidecar s ON s.file_id = p.sidecar_id";
    }

    private static String rowsOf(String photos) {
        return IntStream.range(0, READINGS.size())
                .mapToObj(i -> "SELECT " + i + ", " + READINGS.get(i).sql() + " WHERE " + photos)
                .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 2"));
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /// Gives the photos whose texts have changed their revision; at the end of a transaction.
    void stamp() {
        if (database.one("SELECT 1 FROM text_change LIMIT 1", row -> true).isPresent()) {
            database.update("UPDATE photo SET text_revision = ? WHERE id IN (SELECT photo_id FROM text_change)",
                    log.next());
            database.update("DELETE FROM text_change");
        }
    }

    /// Hands over what a view of the texts has missed, each photo once with all its texts, in no particular order. All of it
    /// together takes the view to [RevisionLog#revision] of the same session.
    ///
    /// @param after the revision the view has reached
    public void changesSince(long after, Consumer<PhotoText> view) {
        database.each("SELECT photo_id FROM tombstone WHERE revision > ?",
                row -> view.accept(new PhotoText(row.getLong(1), Map.of())), after);
        read(CHANGED, after, view);
    }

    /// The texts of some photos, in no particular order; none of those that are gone.
    public List<PhotoText> of(Collection<Long> photoIds) {
        List<PhotoText> texts = new ArrayList<>();
        read(SOME, photoIds.toString(), texts::add); // numbers are written as in JSON
        return texts;
    }

    private void read(String sql, Object argument, Consumer<PhotoText> view) {
        Collector collector = new Collector(view);
        database.each(sql, row -> collector.row(row.getLong(2), READINGS.get(row.getInt(1)), row.getString(3)),
                argument);
        collector.flush();
    }

    /// Photos of which a view has to hold texts.
    public long count() {
        return database.one("SELECT COUNT(DISTINCT photo_id) FROM file", row -> row.getLong(1)).orElseThrow();
    }

    /// Joins the rows of one photo.
    private static final class Collector {
        private final Consumer<PhotoText> view;
        private final Map<TextSource, List<String>> texts = new EnumMap<>(TextSource.class);
        private long photoId = -1;

        Collector(Consumer<PhotoText> view) {
            this.view = view;
        }

        void row(long photo, Reading reading, String stored) {
            if (photo != photoId) {
                flush();
                photoId = photo;
            }
            reading.texts().apply(stored).filter(text -> !text.isEmpty()).forEach(text -> {
                List<String> known = texts.computeIfAbsent(reading.source(), _ -> new ArrayList<>());
                if (!known.contains(text)) {
                    known.add(text);
                }
            });
        }

        void flush() {
            if (photoId >= 0) {
                view.accept(new PhotoText(photoId, texts));
            }
            texts.clear();
        }
    }
}
