package semblance.indexer.metadata;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTimeTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private final FileNameTime names = new FileNameTime(ZoneId.of("Europe/Vienna"), new Plausibility(NOW));

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"IMG_20190203_101112.jpg; 2019-02-03T10:11:12",
        "IMG_20190203_101112_1.jpg; 2019-02-03T10:11:12", "20190203_101112.jpg; 2019-02-03T10:11:12",
        "20190203101112.jpg; 2019-02-03T10:11:12", "IMG20190203101112.jpg; 2019-02-03T10:11:12",
        "IMG_20190203_101112345_HDR.jpg; 2019-02-03T10:11:12.345", "VID_20190203_101112.mp4; 2019-02-03T10:11:12",
        "Screenshot_2020-05-06-07-08-09.png; 2020-05-06T07:08:09",
        "Screenshot_2020-05-06-07-08-09-123_com.app.png; 2020-05-06T07:08:09.123",
        "Screenshot_20200506-070809_Chrome.jpg; 2020-05-06T07:08:09",
        "Screenshot from 2020-05-06 07-08-09.png; 2020-05-06T07:08:09",
        "Screen Shot 2020-05-06 at 7.08.09 PM.png; 2020-05-06T19:08:09",
        "Screenshot 2020-05-06 at 12.08.09\u202fAM.png; 2020-05-06T00:08:09",
        "Bildschirmfoto 2020-05-06 um 07.08.09.png; 2020-05-06T07:08:09",
        "signal-2021-03-04-050607.jpg; 2021-03-04T05:06:07",
        "signal-2021-03-04-05-06-07-890.jpg; 2021-03-04T05:06:07.890",
        "WhatsApp Image 2019-02-03 at 10.11.12.jpeg; 2019-02-03T10:11:12",
        "2019-02-03 10.11.12.jpg; 2019-02-03T10:11:12", "2019-02-03_10-11-12.jpg; 2019-02-03T10:11:12",
        "photo_2019-02-03_10-11-12.jpg; 2019-02-03T10:11:12", "2019-02-03T10:11:12.jpg; 2019-02-03T10:11:12",
        "PANO_20190203_101112.jpg; 2019-02-03T10:11:12", "mmexport1549188672000.jpg; 2019-02-03T11:11:12",
        "PXL_20201231_225959123.jpg; 2020-12-31T23:59:59.123",
        "PXL_20200701_225959123.MP.jpg; 2020-07-02T00:59:59.123"})
    void namesWithATime(String name, String expected) {
        assertThat(names.of(name).map(CaptureTime::local)).contains(LocalDateTime.parse(expected));
        assertThat(names.of(name).map(CaptureTime::source)).contains(TimeSource.FILE_NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMG-20190203-WA0001.jpg", "2019-02-03.jpg", "Party 2019.02.03 (7).jpg",
        "20190203_party.jpg", "IMG_20190203_99.jpg", "20190203-2.jpg", "2019-02-03 25.11.12.jpg"})
    void namesWithADayAlone(String name) {
        assertThat(names.of(name)).contains(new CaptureTime(LocalDateTime.parse("2019-02-03T00:00"), Optional.empty(),
                TimeSource.FILE_NAME_DAY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IMG_2001.jpg", "DSC01234.ARW", "120190203_101112.jpg", "2019-02.jpg", "20191332.jpg",
        "20190631.jpg", "19700101_000000.jpg", "20300101_101112.jpg", "2019-0203.jpg",
        "123e4567-e89b-12d3-a456-426614174000.jpg", "201902031.jpg", "mmexport15491886720001.jpg", "", "."})
    void namesWithoutATime(String name) {
        assertThat(names.of(name)).isEmpty();
    }

    @Test
    void anyTimeInAnyUsualFormIsReadBack() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<String> forms = List.of("'IMG_'yyyyMMdd_HHmmss", "yyyyMMddHHmmss", "yyyy-MM-dd HH.mm.ss",
                "'Screenshot_'yyyy-MM-dd-HH-mm-ss", "'signal-'yyyy-MM-dd-HHmmss",
                "'a photo, 'yyyy_MM_dd_HH_mm_ss' (1)'",
                "yyyy-MM-dd'T'HH-mm-ss");
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime time = LocalDateTime.ofEpochSecond(631_152_000L + random.nextLong(1_100_000_000L), 0,
                    ZoneOffset.UTC);
            String form = forms.get(random.nextInt(forms.size()));
            String name = DateTimeFormatter.ofPattern(form, Locale.ROOT).format(time) + ".jpg";
            assertThat(names.of(name).map(CaptureTime::local)).as("%s, seed %d", name, seed).contains(time);
        }
    }

    @Test
    void noNameIsTooOdd() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "0123456789-_. :TaPpMmhZ+à";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThat(names.of(text.toString()).filter(time -> time.local().getYear() < 1980)).as("%s, seed %d", text,
                    seed).isEmpty();
            assertThat(TimeText.read(text.toString()).map(time -> time.local().getYear() > 9999)).as("seed %d", seed)
                    .isNotEqualTo(Optional.of(true));
        }
    }
}
