package semblance.indexer.occasion;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.RawCatalog;
import semblance.indexer.catalog.TakenPhoto;
import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.metadata.TimeSource;

import static org.assertj.core.api.Assertions.assertThat;

/// Where occasions begin and end, in a real catalog of photos that are known by their times and places alone.
class OccasionsTest {
    private static final ZoneId HOME = ZoneId.of("Europe/Vienna");

    @TempDir
    Path temporary;

    private Path file;
    private final SingleThread thread = new SingleThread("test-write");
    private Catalog catalog;
    private long last;
    private final List<String> statements = new ArrayList<>();

    @BeforeEach
    void make() {
        file = temporary.resolve("catalog.db");
        catalog = Catalog.openForWriting(file, thread, Clock.systemUTC());
        RawCatalog.execute(file, "INSERT INTO folder (id, path, state, added_ms) VALUES (1, '/a', 'online', 0)");
    }

    @AfterEach
    void close() {
        catalog.close();
        thread.close();
    }

    /// A photo with a file that can be looked at.
    private final class Row {
        private final String time;
        private TimeSource source = TimeSource.EXIF_ORIGINAL;
        private @Nullable Integer offsetMinutes;
        private @Nullable Double latitude;
        private @Nullable Double longitude;
        private long durationMs;
        private String state = "indexed";

        Row(String time) {
            this.time = time;
        }

        Row by(TimeSource by) {
            source = by;
            return this;
        }

        Row hours(int offset) {
            offsetMinutes = 60 * offset;
            return this;
        }

        Row at(double north, double east) {
            latitude = north;
            longitude = east;
            return this;
        }

        Row film(Duration duration) {
            durationMs = duration.toMillis();
            return this;
        }

        Row failed() {
            state = "failed";
            return this;
        }

        long add() {
            last++;
            long ms = LocalDateTime.parse(time).toInstant(ZoneOffset.UTC).toEpochMilli();
            statements.add("INSERT INTO content (id, fingerprint, size, format, width, height, duration_ms) VALUES ("
                    + last + ", CAST(" + last + " AS BLOB), 1, 'jpeg', 4, 3, " + durationMs + ")");
            statements.add("INSERT INTO photo (id, content_id, added_ms, vector_revision, taken_ms, taken_offset,"
                    + " taken_source, latitude, longitude) VALUES (" + last + ", " + last + ", 0, 0, " + ms + ", "
                    + offsetMinutes + ", '" + source.word() + "', " + latitude + ", " + longitude + ")");
            statements.add("INSERT INTO file (id, folder_id, directory, name, name_nfc, size, modified_ns, file_key,"
                    + " state, photo_id) VALUES (" + last + ", 1, '', '" + last + ".jpg', '" + last
                    + ".jpg', 1, 0, '', '" + state + "', " + last + ")");
            return last;
        }
    }

    private Row row(String time) {
        return new Row(time);
    }

    private long add(String time) {
        return row(time).add();
    }

    private Occasion occasion(long photo) {
        RawCatalog.execute(file, statements.toArray(String[]::new));
        statements.clear();
        return catalog.read(session -> new Occasions(session, HOME).of(photo)).orElseThrow();
    }

    private Occasion.Known known(long photo) {
        assertThat(occasion(photo)).isInstanceOf(Occasion.Known.class);
        return (Occasion.Known) occasion(photo);
    }

    private List<Long> with(long photo) {
        return known(photo).photos().stream().map(TakenPhoto::photoId).toList();
    }

    @Test
    void aPartyGoesOnBeyondMidnight() {
        long noon = add("2024-12-31T12:00:00");
        long dinner = add("2024-12-31T21:30:00");
        long toast = add("2024-12-31T23:59:58");
        long fireworks = add("2025-01-01T00:01:00");
        long farewell = add("2025-01-01T01:40:00");
        long walk = add("2025-01-01T14:00:00");

        assertThat(with(fireworks)).containsExactly(dinner, toast, fireworks, farewell);
        assertThat(with(noon)).containsExactly(noon);
        assertThat(with(walk)).containsExactly(walk);
        assertThat(known(toast).from()).isEqualTo("2024-12-31T21:30:00");
        assertThat(known(toast).to()).isEqualTo("2025-01-01T01:40:00");
    }

    @Test
    void twoOccasionsOfOneDayArePartedWherePhotosFollowEachOtherClosely() {
        List<Long> market = LongStream.range(0, 12)
                .mapToObj(i -> add("2024-05-04T10:%02d:00".formatted(2 * i))).toList();
        List<Long> game = LongStream.range(0, 12)
                .mapToObj(i -> add("2024-05-04T13:%02d:00".formatted(3 * i))).toList();

        assertThat(with(market.get(5))).isEqualTo(market);
        assertThat(with(game.getFirst())).isEqualTo(game);
    }

    @Test
    void aDayOfFewPhotosIsOneOccasion() {
        List<Long> hike = List.of(add("2024-05-04T08:10:00"), add("2024-05-04T10:00:00"), add("2024-05-04T11:45:00"),
                add("2024-05-04T14:05:00"), add("2024-05-04T16:00:00"));

        assertThat(with(hike.get(2))).isEqualTo(hike);
    }

    @Test
    void burstsDoNotMakeMinutesLong() {
        List<Long> all = new ArrayList<>();
        for (int burst = 0; burst < 4; burst++) {
            for (int shot = 0; shot < 30; shot++) {
                all.add(add("2024-05-04T15:%02d:%02d.%03d".formatted(14 * burst, shot / 10, 100 * (shot % 10))));
            }
        }

        assertThat(with(all.get(40))).isEqualTo(all);
    }

    @Test
    void pausesOfMoreThanSixHoursAlwaysEndAnOccasionAndSuchOfAnHourNever() {
        long first = add("2024-05-04T06:00:00");
        long second = add("2024-05-04T12:00:01");
        for (int i = 0; i < 15; i++) {
            add("2024-05-05T10:%02d:00".formatted(i));
        }
        long late = add("2024-05-05T11:14:00");

        assertThat(with(first)).containsExactly(first);
        assertThat(with(second)).containsExactly(second);
        assertThat(with(late)).hasSize(16);
    }

    @Test
    void whatOnlyTheFileOrTheDayDatesIsOnNoOccasion() {
        long camera = add("2024-05-04T10:00:00");
        long named = row("2024-05-04T10:01:00").by(TimeSource.FILE_NAME).add();
        long copied = row("2024-05-04T10:02:00").by(TimeSource.FILE_TIME).add();
        long day = row("2024-05-04T00:00:00").by(TimeSource.FILE_NAME_DAY).add();
        long scanned = row("2024-05-04T00:00:00").by(TimeSource.XMP_ORIGINAL).add();
        row("2024-05-04T10:03:00").failed().add();
        long midnight = add("2024-05-04T00:00:00");

        assertThat(with(camera)).containsExactly(camera, named);
        assertThat(with(midnight)).containsExactly(midnight);
        for (long undated : List.of(copied, day, scanned)) {
            assertThat(occasion(undated)).isInstanceOf(Occasion.TimeUnknown.class);
        }
    }

    @Test
    void clocksOfDifferentZonesShowOneTime() {
        long phone = row("2024-05-04T15:00:00").hours(9).add();
        long camera = add("2024-05-04T15:02:00");
        long video = row("2024-05-04T08:03:00").hours(2).by(TimeSource.CONTAINER).add();
        long home = row("2024-05-04T15:06:00").hours(2).at(48.2, 16.4).add();

        assertThat(with(phone)).containsExactly(phone, camera, video);
        assertThat(known(phone).from()).isEqualTo("2024-05-04T15:00:00");
        assertThat(known(phone).to()).isEqualTo("2024-05-04T15:03:00");
        assertThat(with(home)).containsExactly(home);
    }

    @Test
    void theHourThatComesTwiceInAutumnIsTwoHours() {
        long summer = row("2024-10-27T02:50:00").hours(2).add();
        long winter = row("2024-10-27T02:10:00").hours(1).add();

        assertThat(with(winter)).containsExactly(summer, winter);
    }

    @Test
    void whatSomebodyTookElsewhereAtThatTimeIsLeftOut() {
        long vienna = row("2024-05-04T10:00:00").at(48.2082, 16.3738).add();
        row("2024-05-04T10:01:00").at(47.0707, 15.4395).add();
        long unplaced = add("2024-05-04T10:02:00");
        long prater = row("2024-05-04T10:30:00").at(48.2166, 16.3958).add();

        assertThat(with(vienna)).containsExactly(vienna, unplaced, prater);
        assertThat(with(unplaced)).as("nearest to the photo in Graz").hasSize(2).doesNotContain(vienna);
    }

    @Test
    void aRideIsOneOccasionPlaceByPlace() {
        List<Long> ride = LongStream.range(0, 10).mapToObj(
                i -> row("2024-05-04T10:%02d:00".formatted(5 * i)).at(48.2 + 0.1 * i, 16.4).add()).toList();

        assertThat(with(ride.get(9))).isEqualTo(ride);
    }

    @Test
    void aFilmLastsUntilItsEnd() {
        long opera = row("2024-05-04T19:00:00").film(Duration.ofHours(3)).add();
        long applause = add("2024-05-04T22:30:00");
        long elsewhere = row("2024-05-05T10:00:00").film(Duration.ofDays(9000)).add();
        long later = add("2024-05-05T23:00:00");

        assertThat(with(applause)).containsExactly(opera, applause);
        assertThat(known(opera).to()).isEqualTo("2024-05-04T22:30:00");
        assertThat(with(later)).doesNotContain(elsewhere);
    }

    @Test
    void anOccasionOfMoreThanDaysIsFoundWhole() {
        List<Long> lapse = LongStream.range(0, 24L * 12)
                .mapToObj(i -> add(LocalDateTime.parse("2024-05-04T00:00:01").plusHours(i).toString())).toList();

        assertThat(with(lapse.get(3))).isEqualTo(lapse);
    }

    @Test
    void everyPhotoOfAnOccasionNamesTheSameOne() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        LocalDateTime time = LocalDateTime.parse("2024-01-01T08:00:00");
        for (int i = 0; i < 300; i++) {
            time = time.plusSeconds((long) Math.exp(random.nextDouble() * 11));
            add(time.toString());
        }
        occasion(1);
        long photo = 1;
        int occasions = 0;
        while (photo <= last) {
            List<Long> members = with(photo);
            for (long member : members) {
                assertThat(with(member)).as("seed %d, photo %d", seed, member).isEqualTo(members);
            }
            assertThat(members).as("seed %d", seed).first().isEqualTo(photo);
            photo = members.getLast() + 1;
            occasions++;
        }
        assertThat(occasions).as("seed %d", seed).isBetween(2, 299);
    }
}
