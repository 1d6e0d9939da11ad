package semblance.indexer.catalog;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import semblance.indexer.metadata.GeoPoint;
import semblance.indexer.query.Condition;
import semblance.indexer.query.Condition.Fits;
import semblance.indexer.query.Condition.Near;
import semblance.indexer.query.Condition.OrientationIs;
import semblance.indexer.query.Condition.Rated;
import semblance.indexer.query.Condition.StateIs;
import semblance.indexer.query.Condition.Taken;
import semblance.indexer.query.Condition.TypeIs;
import semblance.indexer.query.DatePoint;
import semblance.indexer.query.Filter;
import semblance.indexer.query.Key;
import semblance.indexer.query.Orientation;
import semblance.indexer.query.PhotoState;
import semblance.indexer.query.PhotoType;

/// The photos that fit the filters of a query. Each kind of condition is one method here.
public final class PhotoFilters {
    /// What people mean by a favourite, and all that XMP has for it: programs without stars write five for a heart.
    private static final int FAVOURITE = 5;

    private final Database database;
    private final LocalDate today;

    PhotoFilters(Database database, Clock clock, ZoneId zone) {
        this.database = database;
        this.today = clock.instant().atZone(zone).toLocalDate();
    }

    /// What the user should know about the photos that a filter leaves.
    public Optional<String> note(Filter filter) {
        long unread = filter.conditions().anyMatch(PhotoFilters::asksMetadata)
                ? new UnreadTable(database).countAll()
                : 0;
        return unread == 0
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "Photos of which Semblance has not read yet when, where and"
                        + " with what they were taken: %,d. Indexing goes on with that.", unread));
    }

    private static boolean asksMetadata(Condition condition) {
        return switch (condition) {
            case Fits(Key key, String _) -> key == Key.CAMERA || key == Key.LENS;
            case Taken _,Rated _,Near _ -> true;
            case StateIs(PhotoState state) -> state == PhotoState.FAVOURITE;
            case TypeIs _,OrientationIs _ -> false;
        };
    }

    /// The photos of which a filter is true.
    public PhotoSet matching(Filter filter) {
        return switch (filter) {
            case Filter.All(List<Filter> filters) -> filters.stream().map(this::matching).reduce(PhotoSet::and)
                    .orElseThrow();
            case Filter.Any(List<Filter> filters) -> filters.stream().map(this::matching).reduce(PhotoSet::or)
                    .orElseThrow();
            case Filter.Not(Filter inner) -> photos("SELECT id FROM photo").without(matching(inner));
            case Condition condition -> matching(condition);
        };
    }

    private PhotoSet matching(Condition condition) {
        return switch (condition) {
            case Fits(Key key, String pattern) when key == Key.TAG -> tagged(pattern);
            case Fits(Key key, String pattern) when key == Key.FOLDER -> lyingIn(pattern);
            case Fits(Key key, String pattern) when key == Key.NAME -> named(new NamePattern(pattern));
            case Taken taken -> taken(taken);
            case TypeIs(PhotoType type) -> ofType(type);
            case StateIs(PhotoState state) -> inState(state);
            case OrientationIs(Orientation orientation) -> held(orientation);
            case Fits(Key key, String pattern) -> madeWith(key, new NamePattern(pattern).within());
            case Rated(int least, int most) -> rated(least, most);
            case Near near -> near(near);
        };
    }

    private PhotoSet tagged(String pattern) {
        Pattern name = new NamePattern(pattern.strip().replaceAll("\\s+", " ")).whole();
        List<Long> tags = new ArrayList<>();
        database.each("SELECT id, key FROM tag", row -> {
            if (name.matcher(row.getString(2)).matches()) {
                tags.add(row.getLong(1));
            }
        });
        return tags.stream().map(
                tag -> photos("SELECT photo_id FROM photo_tag WHERE tag_id = ? AND state <> 'rejected'", tag))
                .reduce(PhotoSet::or).orElse(PhotoSet.of(List.of()));
    }

    private PhotoSet lyingIn(String typed) {
        FolderPattern pattern = new FolderPattern(typed);
        PhotoSet.Builder found = new PhotoSet.Builder();
        for (Folder folder : new FolderTable(database, new RevisionLog(database), Clock.systemUTC()).all()) {
            for (String directory : database.list("SELECT DISTINCT directory FROM file WHERE folder_id = ?",
                    row -> row.getString(1), folder.id())) {
                if (pattern.meets(folder.path(), directory)) {
                    database.each("""
                                  SELECT photo_id FROM file
                                  WHERE folder_id = ? AND directory = ? AND photo_id IS NOT NULL""",
                            row -> found.add(row.getLong(1)), folder.id(), directory);
                }
            }
        }
        return found.build();
    }

    private PhotoSet named(NamePattern name) {
        return named(name.like(), name.within());
    }

    /// The photos with a file of this very name, with its extension or without; capitals make no difference.
    public PhotoSet called(String name) {
        // What a pattern calls any characters is none in a name; those are few, so that more may be looked at.
        return named(new NamePattern(name).like(),
                Pattern.compile(Pattern.quote(new NamePattern(name).text()),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    private PhotoSet named(String like, Pattern pattern) {
        PhotoSet.Builder found = new PhotoSet.Builder();
        database.each("SELECT photo_id, name_nfc FROM file WHERE photo_id IS NOT NULL AND name_nfc LIKE ? ESCAPE '\\'",
                row -> {
                    String name = row.getString(2);
                    int dot = name.lastIndexOf('.');
                    if (pattern.matcher(name).matches()
                            || (dot > 0 && pattern.matcher(name.substring(0, dot)).matches())) {
                        found.add(row.getLong(1));
                    }
                }, like);
        return found.build();
    }

    private PhotoSet taken(Taken taken) {
        long from = taken.from().map(point -> millis(point.first(today))).orElse(Long.MIN_VALUE);
        Optional<DatePoint> to = taken.to();
        long until = to.map(point -> millis(taken.key() == Key.BEFORE
                ? point.first(today)
                : point.last(today).plusDays(1))).orElse(Long.MAX_VALUE);
        return photos("SELECT id FROM photo WHERE taken_ms >= ? AND taken_ms < ?", from, until);
    }

    /// When a day begins by the clock wherever a photo was taken.
    private static long millis(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
    }

    private PhotoSet madeWith(Key key, Pattern name) {
        String column = key == Key.CAMERA ? "camera" : "lens";
        return database.list("SELECT DISTINCT " + column + " FROM metadata WHERE " + column + " <> ''",
                row -> row.getString(1)).stream().filter(known -> name.matcher(known).matches())
                .map(known -> photos("SELECT p.id FROM metadata m JOIN photo p ON p.content_id = m.content_id WHERE m."
                        + column + " = ?", known))
                .reduce(PhotoSet::or).orElse(PhotoSet.of(List.of()));
    }

    /// Unrated photos have no stars, rejected ones fewer.
    private PhotoSet rated(int least, int most) {
        return least > 0
                ? photos("SELECT id FROM photo WHERE rating >= ? AND rating <= ?", least, most)
                : photos("SELECT id FROM photo WHERE COALESCE(rating, 0) >= 0 AND COALESCE(rating, 0) <= ?", most);
    }

    private PhotoSet near(Near near) {
        GeoPoint centre = new GeoPoint(near.latitude(), near.longitude(), null);
        GeoBox box = GeoBox.around(near.latitude(), near.longitude(), near.metres());
        PhotoSet.Builder found = new PhotoSet.Builder();
        for (GeoBox.Range range : box.longitudes()) {
            database.each("""
                          SELECT id, latitude, longitude FROM photo
                          WHERE latitude >= ? AND latitude <= ? AND longitude >= ? AND longitude <= ?""", row -> {
                if (centre.metresTo(row.getDouble(2), row.getDouble(3)) <= near.metres()) {
                    found.add(row.getLong(1));
                }
            }, box.latitudes().from(), box.latitudes().to(), range.from(), range.to());
        }
        return found.build();
    }

    private PhotoSet ofType(PhotoType type) {
        String format = switch (type) {
            case JPEG, PNG, WEBP, GIF, BMP, TIFF, AVIF, RAW, PSD -> type.word();
            case HEIC -> "heif";
            case JP2 -> "jpeg_2000";
            case JXL -> "jpeg_xl";
            case VIDEO -> EmbeddingTable.VIDEO;
        };
        // A photo that has raw data is found by that, whichever of its files stands for it; one that moves is no video.
        return photos("SELECT photo_id FROM file f JOIN content c ON c.id = f.content_id"
                + " WHERE c.format = ? AND f.photo_id IS NOT NULL"
                + (type == PhotoType.VIDEO ? " AND f.companion = 0" : ""), format);
    }

    private PhotoSet inState(PhotoState state) {
        return switch (state) {
            case FAVOURITE -> rated(FAVOURITE, FAVOURITE);
            case UNTAGGED -> photos("SELECT id FROM photo")
                    .without(photos("SELECT photo_id FROM photo_tag WHERE state = 'confirmed'"));
            case DUPLICATE -> new AlikeTable(database).duplicates();
        };
    }

    private PhotoSet held(Orientation orientation) {
        return photos("SELECT p.id FROM photo p JOIN content c ON c.id = p.content_id WHERE " + switch (orientation) {
            case PORTRAIT -> "c.height > c.width";
            case LANDSCAPE -> "c.width > c.height";
            case SQUARE -> "c.width = c.height";
        });
    }

    /// Names of the library that begin as typed, for completion; none for keys whose values are numbers or times.
    public List<String> values(Key key, String typed) {
        String start = typed.toLowerCase(Locale.ROOT);
        List<String> names = switch (key) {
            case TAG -> database.list("""
                                      SELECT name FROM tag WHERE id IN (
                                          SELECT tag_id FROM photo_tag WHERE state <> 'rejected') ORDER BY key""",
                    row -> row.getString(1));
            case FOLDER -> directories();
            case CAMERA, LENS -> database.list("SELECT DISTINCT %1$s FROM metadata WHERE %1$s <> '' ORDER BY %1$s"
                    .formatted(key.word()), row -> row.getString(1));
            case TYPE -> database.list("SELECT DISTINCT format FROM content", row -> row.getString(1)).stream()
                    .map(PhotoFilters::typeWord).filter(word -> word != null).sorted().toList();
            default -> List.of();
        };
        return names.stream().filter(name -> name.toLowerCase(Locale.ROOT).startsWith(start)).toList();
    }

    private static @Nullable String typeWord(String format) {
        return switch (format) {
            case "heif" -> PhotoType.HEIC.word();
            case "jpeg_2000" -> PhotoType.JP2.word();
            case "jpeg_xl" -> PhotoType.JXL.word();
            case "other_picture", "ico" -> null;
            default -> format;
        };
    }

    /// The last name of each directory with photos.
    private List<String> directories() {
        return database.list("""
                             SELECT DISTINCT CASE directory WHEN '' THEN o.path ELSE directory END
                             FROM file f JOIN folder o ON o.id = f.folder_id WHERE f.photo_id IS NOT NULL""",
                row -> {
                    String path = row.getString(1).replace('\\', '/');
                    return path.substring(path.lastIndexOf('/') + 1);
                }).stream().distinct().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    private PhotoSet photos(String sql, Object... arguments) {
        PhotoSet.Builder found = new PhotoSet.Builder();
        database.each(sql, row -> found.add(row.getLong(1)), arguments);
        return found.build();
    }
}
