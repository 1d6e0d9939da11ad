package semblance.app.window.grid;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class GridSelectionTest {
    /// Photos 1 to 5 and 6 to 9, apart by a heading.
    private final GridRows rows = GridRows.of(List.of(new GridSection("", photos(1, 5)),
            new GridSection("Weaker", photos(6, 9))), 3);

    private static List<ShownPhoto> photos(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(GridSelectionTest::photo).toList();
    }

    private static ShownPhoto photo(long id) {
        return new ShownPhoto(id, null, null);
    }

    private List<Long> ids(GridSelection selection) {
        List<Long> ids = rows.all().stream().map(ShownPhoto::id).filter(selection::contains).toList();
        assertThat(selection.count()).isEqualTo(ids.size());
        return ids;
    }

    private GridSelection extend(GridSelection selection, long to, boolean more) {
        return selection.extended(rows.between(selection.anchor().orElseThrow().id(), photo(to)), photo(to), more);
    }

    @Test
    void aRangeGrowsAndShrinksFromWhereItBegan() {
        GridSelection four = GridSelection.of(photo(4));

        GridSelection seven = extend(four, 7, false);
        assertThat(ids(seven)).as("beyond the heading").containsExactly(4L, 5L, 6L, 7L);
        assertThat(ids(extend(seven, 5, false))).containsExactly(4L, 5L);
        assertThat(ids(extend(seven, 2, false))).containsExactly(2L, 3L, 4L);
        assertThat(seven.lead()).contains(photo(7));
    }

    @Test
    void singlePhotosAreAddedAndTakenOutAndBeginARangeOfTheirOwn() {
        GridSelection selection = GridSelection.of(photo(1)).toggled(photo(3)).toggled(photo(8));

        assertThat(ids(selection)).containsExactly(1L, 3L, 8L);
        assertThat(ids(extend(selection, 6, true))).containsExactly(1L, 3L, 6L, 7L, 8L);
        assertThat(ids(extend(selection, 6, false))).containsExactly(6L, 7L, 8L);
        assertThat(ids(selection.toggled(photo(3)))).containsExactly(1L, 8L);
        assertThat(selection.single()).isEmpty();
        assertThat(selection.toggled(photo(1)).toggled(photo(8)).single()).as("the lead is not selected").isEmpty();
    }

    @Test
    void whatIsNotShownAnyMoreIsNotSelected() {
        GridSelection all = GridSelection.all(rows.all(), photo(9));

        GridSelection fewer = all.within(photos(2, 3));
        assertThat(ids(fewer)).containsExactly(2L, 3L);
        assertThat(fewer.lead()).contains(photo(2));
        assertThat(all.within(photos(20, 30)).count()).isZero();
        assertThat(all.within(photos(20, 30)).lead()).isEmpty();
        assertThat(rows.between(77, photo(3))).as("a range from a photo that is gone").containsExactly(photo(3));
    }
}
