package semblance.app.details;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.metadata.Annotations;
import semblance.indexer.metadata.CaptureTime;
import semblance.indexer.metadata.Exposure;
import semblance.indexer.metadata.GeoPoint;
import semblance.indexer.metadata.TimeSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhotoFactsTest {
    private static CaptureTime taken(TimeSource source) {
        return new CaptureTime(LocalDateTime.parse("2019-02-03T10:11:12.345"), Optional.of(ZoneOffset.ofHours(1)),
                source);
    }

    @Test
    void allThatIsKnownIsToldInOrder() {
        PhotoDetails photo = new PhotoDetails("jpeg", 4000, 3000, 3_210_000, true, taken(TimeSource.EXIF_ORIGINAL),
                "Canon EOS 80D", "EF50mm", new Exposure(1 / 250.0, 2.8, 50.0, 80.0, 200),
                Optional.of(new GeoPoint(48.208174, -16.373819, 171.4)),
                new Annotations(4, "At the lake", "Two\nlines", List.of("lake", "Zoë"), List.of()));

        assertThat(PhotoFacts.of(photo, Locale.UK)).extracting(Fact::name, Fact::text)
                .map(fact -> String.join(": ", fact.toList().stream().map(String::valueOf).toList()))
                .containsExactly("Title: At the lake", "Description: Two\nlines",
                        "Taken: 3 February 2019, 10:11:12 (UTC+01:00)", "Camera: Canon EOS 80D", "Lens: EF50mm",
                        "Exposure: 1/250 s · f/2.8 · 50 mm (as 80 mm) · ISO 200",
                        "Place: 48.20817, -16.37382 · 171 m", "Rating: ★★★★☆", "Keywords: lake, Zoë",
                        "Picture: 4000 × 3000 · JPEG · 3.2 MB");
    }

    @Test
    void aPhotoThatSaysNothingHasItsFileAlone() {
        PhotoDetails photo = new PhotoDetails("png", 4, 3, 999, false, taken(TimeSource.FILE_TIME), "", "",
                Exposure.NONE, Optional.empty(), Annotations.NONE);

        assertThat(PhotoFacts.of(photo, Locale.GERMANY)).extracting(Fact::text).containsExactly(
                "3. Februar 2019, 10:11:12, when the file was last changed", "4 × 3 · PNG · 1 kB",
                "The rest has not been read yet: indexing goes on with that.");
    }

    @Test
    void aDayHasNoTime() {
        assertThat(TimeWords.of(taken(TimeSource.FILE_NAME_DAY), Locale.UK))
                .isEqualTo("3 February 2019, by the file's name");
    }

    @ParameterizedTest
    @CsvSource({"0.0005, 1/2000 s", "0.016666, 1/60 s", "0.25, 1/4 s", "0.3333, 0.3 s", "0.5, 0.5 s", "1, 1 s",
        "30, 30 s", "2.5, 2.5 s"})
    void shutterTimes(double seconds, String text) {
        assertThat(ExposureWords.of(new Exposure(seconds, null, null, null, null))).isEqualTo(text);
    }

    @Test
    void focalLengthsOfPhonesAreTranslated() {
        assertThat(ExposureWords.of(new Exposure(null, 1.6, 4.2, 26.0, null))).isEqualTo("f/1.6 · 4.2 mm (as 26 mm)");
        assertThat(ExposureWords.of(new Exposure(null, 8.0, 50.0, 50.0, 100))).isEqualTo("f/8 · 50 mm · ISO 100");
    }
}
