package semblance.indexer.query;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.indexer.query.Condition.Fits;
import semblance.indexer.query.Condition.Near;
import semblance.indexer.query.Condition.OrientationIs;
import semblance.indexer.query.Condition.Rated;
import semblance.indexer.query.Condition.StateIs;
import semblance.indexer.query.Condition.Taken;
import semblance.indexer.query.Condition.TypeIs;
import semblance.indexer.query.Subject.Like;
import semblance.indexer.query.Subject.Phrase;

import static org.assertj.core.api.Assertions.assertThat;

class QueryParserTest {
    private static PhotoQuery parse(String text) {
        return QueryParser.parse(text);
    }

    private static Filter filter(String text) {
        PhotoQuery query = parse(text);
        assertThat(query.ranks()).as("%s is a filter alone", text).isFalse();
        return query.filter().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sunset over the sea", "a dog's ball: red", "3:30 pm", "what is this?", "anna@home.example",
        "mailto:anna@home.example", "see https://example.org/a?b=c:d", "C:\\photos\\dog.jpg", "50% off!", "5\" disc",
        "rock & roll", "black-and-white", "a - b", "-5 degrees", "--json", "cats OR dogs", "a (red) house", "2^10",
        "x^y", "o_O ^_^", "Date: a menu", "Wow:great", "ratio 16:9", "#nofilter", "it's 20°C", "夕日 の 海", "1..2",
        ")", "*", "|", "-", "^", ":", "e:mail"})
    void sentencesAreWordsWhateverTheirPunctuation(String sentence) {
        assertThat(parse(sentence)).isEqualTo(PhotoQuery.words(sentence));
    }

    @Test
    void wordsKeepTheirOrderAroundEverythingElse() {
        assertThat(parse("  a dog -cat tag:x  on\tgrass ")).isEqualTo(new PhotoQuery("a dog on grass",
                List.of(new Term(new Phrase("cat"), -1)), Optional.of(new Fits(Key.TAG, "x"))));
    }

    @Test
    void partsHaveWeights() {
        assertThat(parse("beach -people -\"beach umbrella\"").terms()).containsExactly(
                new Term(new Phrase("people"), -1), new Term(new Phrase("beach umbrella"), -1));
        assertThat(parse("snow^2 \"red house\" -rain^0.5 \"a \"\"b\"\"\"^3").terms()).containsExactly(
                new Term(new Phrase("snow"), 2), new Term(new Phrase("red house"), 1),
                new Term(new Phrase("rain"), -0.5), new Term(new Phrase("a \"b\""), 3));
        assertThat(parse("“red  house” „dog“").terms()).containsExactly(new Term(new Phrase("red house"), 1),
                new Term(new Phrase("dog"), 1));
    }

    @Test
    void picturesArePartsOfTheQuery() {
        PhotoQuery query = parse("like:\"my dog.jpg\" on a sofa LIKE:a.png^0.5 -like:b.jpg");

        assertThat(query.description()).isEqualTo("on a sofa");
        assertThat(query.terms()).containsExactly(new Term(new Like("my dog.jpg"), 1), new Term(new Like("a.png"), 0.5),
                new Term(new Like("b.jpg"), -1));
    }

    @Test
    void textFiltersTakeWhateverStandsBehindTheColon() {
        assertThat(filter("camera:iphone")).isEqualTo(new Fits(Key.CAMERA, "iphone"));
        assertThat(filter("lens:50mm")).isEqualTo(new Fits(Key.LENS, "50mm"));
        assertThat(filter("folder:Holiday/Rome")).isEqualTo(new Fits(Key.FOLDER, "Holiday/Rome"));
        assertThat(filter("folder:C:\\photos")).isEqualTo(new Fits(Key.FOLDER, "C:\\photos"));
        assertThat(filter("Tag:\"red house\"")).isEqualTo(new Fits(Key.TAG, "red house"));
        assertThat(filter("name:IMG_2*")).isEqualTo(new Fits(Key.NAME, "IMG_2*"));
        assertThat(filter("name:IMG(1).jpg")).isEqualTo(new Fits(Key.NAME, "IMG(1).jpg"));
    }

    @Test
    void timesAreDaysMonthsYearsAndAges() {
        assertThat(filter("after:2021")).isEqualTo(new Taken(Key.AFTER, point("2021"), Optional.empty()));
        assertThat(filter("before:2022-06")).isEqualTo(new Taken(Key.BEFORE, Optional.empty(), point("2022-06")));
        assertThat(filter("date:2022-6-3")).isEqualTo(new Taken(Key.DATE, point("2022-06-03"), point("2022-06-03")));
        assertThat(filter("date:2019..2020")).isEqualTo(new Taken(Key.DATE, point("2019"), point("2020")));
        assertThat(filter("date:2019..")).isEqualTo(new Taken(Key.DATE, point("2019"), Optional.empty()));
        assertThat(filter("date:..2019")).isEqualTo(new Taken(Key.DATE, Optional.empty(), point("2019")));
        assertThat(filter("after:2w")).isEqualTo(new Taken(Key.AFTER,
                Optional.of(new DatePoint.Ago(2, ChronoUnit.WEEKS)), Optional.empty()));
        assertThat(filter("date:yesterday")).isEqualTo(new Taken(Key.DATE, Optional.of(DatePoint.Named.YESTERDAY),
                Optional.of(DatePoint.Named.YESTERDAY)));
    }

    private static Optional<DatePoint> point(String word) {
        Optional<DatePoint> point = DatePoint.of(word);
        assertThat(point).isPresent();
        return point;
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-01-01, 2024-12-31", "2024-02, 2024-02-01, 2024-02-29", "2024-02-03, 2024-02-03, 2024-02-03",
        "today, 2024-03-31, 2024-03-31", "yesterday, 2024-03-30, 2024-03-30", "3d, 2024-03-28, 2024-03-28",
        "2w, 2024-03-17, 2024-03-17", "1m, 2024-02-29, 2024-02-29", "1y, 2023-03-31, 2023-03-31"})
    void aPointInTimeHasAFirstAndALastDay(String word, LocalDate first, LocalDate last) {
        LocalDate today = LocalDate.of(2024, 3, 31);

        assertThat(point(word).orElseThrow().first(today)).isEqualTo(first);
        assertThat(point(word).orElseThrow().last(today)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"4, 4, 4", "=4, 4, 4", ">=3, 3, 5", ">3, 4, 5", "<=2, 0, 2", "<2, 0, 1", "1..3, 1, 3", "2.., 2, 5",
        "..2, 0, 2"})
    void ratingsAreRanges(String value, int least, int most) {
        assertThat(filter("rating:" + value)).isEqualTo(new Rated(least, most));
    }

    @Test
    void someFiltersKnowTheirValues() {
        assertThat(filter("type:raw|JPG|heif|tif")).isEqualTo(new Filter.Any(List.of(new TypeIs(PhotoType.RAW),
                new TypeIs(PhotoType.JPEG), new TypeIs(PhotoType.HEIC), new TypeIs(PhotoType.TIFF))));
        assertThat(filter("is:favorite|untagged")).isEqualTo(new Filter.Any(
                List.of(new StateIs(PhotoState.FAVOURITE), new StateIs(PhotoState.UNTAGGED))));
        assertThat(filter("orientation:portrait")).isEqualTo(new OrientationIs(Orientation.PORTRAIT));
        assertThat(filter("near:48.85,2.35,10km")).isEqualTo(new Near(48.85, 2.35, 10_000));
        assertThat(filter("near:-33.9,151.2,500m")).isEqualTo(new Near(-33.9, 151.2, 500));
        assertThat(filter("near:0,0,1mi")).isEqualTo(new Near(0, 0, 1609.344));
    }

    @Test
    void filtersAreJoined() {
        Filter a = new Fits(Key.TAG, "a");
        Filter b = new Fits(Key.TAG, "b");
        Filter c = new Fits(Key.NAME, "c");

        assertThat(filter("tag:a -tag:b")).isEqualTo(new Filter.All(List.of(a, new Filter.Not(b))));
        assertThat(filter("tag:a AND tag:b")).isEqualTo(new Filter.All(List.of(a, b)));
        assertThat(filter("tag:a|b")).isEqualTo(new Filter.Any(List.of(a, b)));
        assertThat(filter("-tag:a|b")).isEqualTo(new Filter.Not(new Filter.Any(List.of(a, b))));
        assertThat(filter("name:c tag:a OR tag:b")).as("OR joins its neighbours")
                .isEqualTo(new Filter.All(List.of(c, new Filter.Any(List.of(a, b)))));
        assertThat(filter("(tag:a name:c) OR tag:b"))
                .isEqualTo(new Filter.Any(List.of(new Filter.All(List.of(a, c)), b)));
        assertThat(filter("-( tag:a OR -(-name:c) )")).isEqualTo(
                new Filter.Not(new Filter.Any(List.of(a, new Filter.Not(new Filter.Not(c))))));
    }

    @Test
    void whateverIsPastedIsRead() {
        String word = "a".repeat(1_000_000);

        assertThat(parse(word).description()).hasSize(1_000_000);
        assertThat(parse(word + "^2").terms()).containsExactly(new Term(new Phrase(word), 2));
        assertThat(parse("a ".repeat(100_000)).description()).hasSize(199_999);
    }

    @Test
    void nothingIsAQueryToo() {
        assertThat(parse(" ").isEmpty()).isTrue();
        assertThat(parse("tag:x").isEmpty()).isFalse();
        assertThat(parse("-x").isEmpty()).isFalse();
    }

    @Test
    void theOnlyTextIsKnown() {
        assertThat(parse("a dog tag:x").onlyText()).contains("a dog");
        assertThat(parse("\"a dog\"").onlyText()).contains("a dog");
        assertThat(parse("a \"dog\"").onlyText()).isEmpty();
        assertThat(parse("-dog").onlyText()).isEmpty();
        assertThat(parse("tag:x").onlyText()).isEmpty();
    }

    @Test
    void whatTheTextTowerHasToUnderstandIsWordsAndPhrases() {
        assertThat(parse("a dog -\"red house\" snow^2 like:x.jpg folder:写真").described())
                .isEqualTo("a dog red house snow");
        assertThat(parse("like:x.jpg tag:y").described()).isEmpty();
    }
}
