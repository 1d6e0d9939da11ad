package semblance.indexer.query;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QueryMistakesTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {
        "beach colour:red; 7; There is no filter \"colour:\". Semblance knows after: before: date: camera: lens: folder:"
                + " tag: rating: type: is: orientation: near: name: like:. To search for the words themselves, put them"
                + " in quotes.",
        "é𝄞 -colour:red; 5; There is no filter \"colour:\"", //
        "tag:; 5; tag: wants a tag, such as", "tag: red; 5; It stands right behind the colon", "tag:a|; 7; tag: wants",
        "tag:\"\"; 5; tag: wants", "after:soon; 7; after: wants a day, month, year or age, such as after:2021,",
        "after:soon; 7; \"soon\" is not that.", "date:2021-13; 6; date: wants a time",
        "date:2021-02-30; 6; date: wants",
        "date:..; 6; date: wants", "date:2019...2020; 6; date: wants", "after:0w; 7; after: wants",
        "rating:6; 8; rating: wants a number of stars from 0 to 5", "rating:>5; 8; rating: wants",
        "rating:3..1; 8; rating: wants", "rating:..; 8; rating: wants", "rating:many; 8; rating: wants",
        "type:raw|jepg; 10; type: wants one of jpeg, png,",
        "is:red; 4; is: wants one of favourite, untagged, duplicate",
        "orientation:up; 13; orientation: wants one of portrait, landscape, square",
        "near:Paris; 6; near: wants latitude, longitude and a radius, such as near:48.85,2.35,10km",
        "near:91,0,1km; 6; near: wants", "near:1,2; 6; near: wants", "near:1,2,0km; 6; near: wants",
        "a \"red house; 3; This quote is not closed.", "a \"\" b; 3; There is nothing between these quotes.",
        "like:; 1; like: wants a picture", "like: dog.jpg; 1; like: wants",
        "snow^0; 5; A weight is a number above 0",
        "snow^; 5; A weight", "snow^101; 5; A weight", "\"red house\"^0.0; 12; A weight",
        "tag:a OR; 7; OR joins two filters", "tag:a OR beach; 7; OR joins two filters",
        "(tag:a; 1; This bracket is not closed.", "(tag:a beach); 8; Only filters stand in brackets",
        "(colour:red); 2; There is no filter"})
    void aMistakeIsToldWithItsColumnAndWhatIsKnown(String text, int column, String message) {
        assertThatThrownBy(() -> QueryParser.parse(text)).isInstanceOfSatisfying(QueryException.class, mistake -> {
            assertThat(mistake.column()).isEqualTo(column);
            assertThat(mistake).hasMessageStartingWith("Column " + column + ": ").hasMessageContaining(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {"beach tag:; beach",
        "beach tag:a after:20; beach tag:a",
        "beach colour:r; beach", "a \"red hou; a \"red hou\"", "like:\"do; like:\"do\"", "snow^; ''",
        "(tag:a OR tag:b; (tag:a OR tag:b)", "tag:\"red ho; tag:\"red ho\"", "type:raw|j; ''", "tag:a OR; tag:a",
        "beach -colour:x; beach"})
    void whatStandsBeforeAnUnfinishedPartCanBeSearchedFor(String typed, String understood) {
        TypedQuery read = TypedQuery.read(typed);

        assertThat(read.query().map(PhotoQuery::text)).contains(QueryParser.parse(understood).text());
        assertThat(read.mayBeUnfinished()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"colour:red beach", "tag: red", "rating:9 tag:", "(tag:a beach) x"})
    void aMistakeFurtherInFrontIsNoneOfTyping(String typed) {
        TypedQuery read = TypedQuery.read(typed);

        assertThat(read.query()).isEmpty();
        assertThat(read.mistake()).isPresent();
        assertThat(read.mayBeUnfinished()).isFalse();
    }

    @Test
    void aMistakeWithABlankBehindItIsNoneOfTyping() {
        assertThat(TypedQuery.read("beach colour:red ").mayBeUnfinished()).isFalse();
    }

    @Test
    void bracketsAreOpenedToADepthAndNoFurther() {
        assertThat(QueryParser.parse("(".repeat(50) + "tag:a" + ")".repeat(50)).text()).isEqualTo("tag:a");
        assertThatThrownBy(() -> QueryParser.parse("(".repeat(100_000) + "tag:a" + ")".repeat(100_000)))
                .isInstanceOf(QueryException.class)
                .hasMessage("Column 51: There are more than 50 brackets within each other.");
        assertThat(QueryParser.parse("-(".repeat(100_000)).isEmpty()).isTrue();
    }

    @Test
    void whatIsRightIsReadAsItIs() {
        TypedQuery read = TypedQuery.read("beach tag:a");

        assertThat(read.query()).contains(QueryParser.parse("beach tag:a"));
        assertThat(read.mistake()).isEmpty();
    }
}
