package semblance.app.window.grid;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.app.window.grid.GridRows.Place;
import semblance.app.window.grid.GridRows.Step;

import static org.assertj.core.api.Assertions.assertThat;

class GridRowsTest {
    /// Photos 1 to 5 in two rows of three columns, a heading, photos 6 to 9 in two rows.
    private final GridRows rows = GridRows.of(List.of(new GridSection("", photos(1, 5)),
            new GridSection("Weaker", photos(6, 9))), 3);

    private static List<ShownPhoto> photos(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(id -> new ShownPhoto(id, null, null)).toList();
    }

    @Test
    void eachSectionBeginsARowBelowItsHeading() {
        assertThat(rows.rows()).containsExactly(new GridRow.Photos(photos(1, 3)), new GridRow.Photos(photos(4, 5)),
                new GridRow.Heading("Weaker"), new GridRow.Photos(photos(6, 8)), new GridRow.Photos(photos(9, 9)));
        assertThat(rows.hasHeadings()).isTrue();
    }

    @Test
    void aSectionWithoutPhotosHasNoHeadingEither() {
        GridRows empty = GridRows.of(List.of(new GridSection("Weaker", List.of())), 3);

        assertThat(empty.rows()).isEmpty();
        assertThat(empty.first()).isEmpty();
        assertThat(empty.last()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                           2, RIGHT, 3
                           3, RIGHT, 4
                           5, RIGHT, 6
                           9, RIGHT, 9
                           4, LEFT,  3
                           6, LEFT,  5
                           1, LEFT,  1
                           1, DOWN,  4
                           3, DOWN,  5
                           5, DOWN,  7
                           8, DOWN,  9
                           9, DOWN,  9
                           7, UP,    5
                           8, UP,    5
                           4, UP,    1
                           2, UP,    2
                           """)
    void aStepLeadsToTheNextPhotoWhateverLiesBetween(long from, Step step, long to) {
        Place place = rows.find(from).orElseThrow();

        assertThat(rows.photo(rows.step(place, step)).id()).isEqualTo(to);
    }

    @Test
    void firstAndLastAreFound() {
        assertThat(rows.first().map(rows::photo).map(ShownPhoto::id)).contains(1L);
        assertThat(rows.last().map(rows::photo).map(ShownPhoto::id)).contains(9L);
        assertThat(rows.from(2).map(rows::photo).map(ShownPhoto::id)).contains(6L);
        assertThat(rows.find(10)).isEmpty();
    }
}
