package semblance.indexer.query;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What stands before the colon of a filter.
public enum Key {
    AFTER("a day, month, year or age, such as after:2021, after:2021-06 or after:2w", "when photos were taken"),

    BEFORE("a day, month, year or age, such as before:2022, before:2022-06-24 or before:1y", "when photos were taken"),

    DATE("a time or a range of them, such as date:2021, date:2019..2020 or date:yesterday", "when photos were taken"),

    CAMERA("a part of the camera's name, such as camera:iphone", "the camera of photos"),

    LENS("a part of the lens's name, such as lens:50mm", "the lens of photos"),

    FOLDER("a folder's name or the end of its path, such as folder:Holiday/Rome", "the folders of photos"),

    TAG("a tag, such as tag:family or tag:fam*", "the tags of photos"),

    RATING("a number of stars from 0 to 5, such as rating:4, rating:>=3 or rating:1..3", "the rating of photos"),

    TYPE("one of " + PhotoType.words() + ", such as type:raw|jpeg", "the type of photos"),

    IS("one of " + PhotoState.words(), "the state of photos"),

    ORIENTATION("one of " + Orientation.words(), "the orientation of photos"),

    NEAR("latitude, longitude and a radius, such as near:48.85,2.35,10km", "where photos were taken"),

    NAME("a part of a file's name, or all of it with * and ?, such as name:IMG_2*", "the names of files");

    /// Stands before a picture to search with; no filter.
    static final String LIKE = "like";

    private final String expected;
    private final String subject;

    Key(String expected, String subject) {
        this.expected = expected;
        this.subject = subject;
    }

    /// As it is typed, without the colon.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What has to stand behind the colon, for a message: "… wants a tag, such as …".
    public String expected() {
        return expected;
    }

    /// What it is about, for a message: "Semblance does not know the camera of photos yet".
    public String subject() {
        return subject;
    }

    static Optional<Key> of(String word) {
        return Stream.of(values()).filter(key -> key.word().equals(word.toLowerCase(Locale.ROOT))).findFirst();
    }

    /// All of them, for a message.
    static String words() {
        return Stream.concat(Stream.of(values()).map(Key::word), Stream.of(LIKE)).map(word -> word + ":")
                .collect(Collectors.joining(" "));
    }
}
