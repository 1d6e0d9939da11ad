package semblance.indexer.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.QueryException;
import semblance.indexer.query.QueryParser;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.DrawnScene;
import semblance.indexer.testing.FileHashes;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/// Queries against a library of drawn photos. Tests leave it as it was.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuerySearchTest {
    private static final SearchOptions ALL = new SearchOptions(100, Strictness.LOOSE);

    private TestLibrary library;
    private PhotoLibrary open;
    private Map<String, Long> ids;

    @BeforeAll
    void fill(@TempDir Path temporary) throws IOException {
        library = new TestLibrary(temporary);
        write("Holiday/Rome/IMG_2001.jpg", DrawnScene.SUNSET.png(), "2019-06-15");
        write("Holiday/Rome/IMG_2002.jpg", DrawnPhoto.jpeg(2), "2019-12-31");
        write("Holiday/Été/IMG_3001.JPG", DrawnPhoto.jpeg(3), "2020-01-01");
        write("Work/Rome office/desk_100%.png", DrawnPhoto.encoded(4, 240, 320, "png"), "2021-03-04");
        write("Work/copy.jpg", DrawnPhoto.jpeg(2), "2021-03-05");
        write("square.png", DrawnPhoto.encoded(5, 300, 300, "png"), "2022-02-02");
        write("daisy.png", DrawnScene.DAISY.png(), "2022-02-03");
        library.index();
        ids = library.ids();
        open = library.open();
        open.tags().confirm(id("Holiday/Rome/IMG_2002.jpg"), "Family");
        open.tags().add(id("square.png"), "red house");
        open.tags().add(id("daisy.png"), "family party");
        open.tags().reject(id("Work/copy.jpg"), "family");
    }

    private void write(String relative, byte[] content, String day) throws IOException {
        Files.setLastModifiedTime(library.write(relative, content), FileTime.from(
                LocalDate.parse(day).atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant()));
    }

    private long id(String relative) {
        return Objects.requireNonNull(ids.get(relative), relative);
    }

    @AfterAll
    void close() {
        open.close();
    }

    private SearchResult find(String query) throws IOException {
        return open.search().find(QueryParser.parse(query), ALL);
    }

    private List<String> names(String query) throws IOException {
        return find(query).hits().stream().map(hit -> String.valueOf(hit.path().getFileName())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"tag:family; IMG_2002.jpg", "tag:FAM*; daisy.png IMG_2002.jpg",
        "tag:\"red house\"; square.png", "tag:\"family party\"|\"red house\"; daisy.png square.png", "tag:nothing;",
        "folder:rome; IMG_2002.jpg IMG_2001.jpg", "folder:holiday/rome; IMG_2002.jpg IMG_2001.jpg",
        "folder:Rome*; desk_100%.png IMG_2002.jpg IMG_2001.jpg", "folder:ÉTÉ; IMG_3001.JPG", "folder:Rome/Holiday;",
        "folder:Ro;", "name:img_2*; IMG_2002.jpg IMG_2001.jpg", "name:2002; IMG_2002.jpg", "name:100%; desk_100%.png",
        "name:G_?00?;", "name:IMG_?001; IMG_3001.JPG IMG_2001.jpg",
        "name:_100; desk_100%.png", "type:png; daisy.png square.png desk_100%.png IMG_2001.jpg",
        "type:jpeg -folder:Holiday; copy.jpg", "type:gif|heic;", "orientation:portrait; desk_100%.png",
        "orientation:square; square.png", "is:duplicate; copy.jpg IMG_2002.jpg",
        "-is:untagged; daisy.png square.png IMG_2002.jpg",
        "date:2019; IMG_2002.jpg IMG_2001.jpg", "before:2020; IMG_2002.jpg IMG_2001.jpg",
        "after:2021-03-05; daisy.png square.png copy.jpg", "date:2020-01..2021-03-04; desk_100%.png IMG_3001.JPG",
        "date:..2019-06-15; IMG_2001.jpg", "date:2022-02-02; square.png", "after:3000;", "before:1000;",
        "folder:Holiday date:2019 -tag:family; IMG_2001.jpg",
        "tag:family OR folder:Work; copy.jpg desk_100%.png IMG_2002.jpg",
        "-(type:png OR name:img_*); copy.jpg", "(type:png date:2022) OR name:copy; daisy.png square.png copy.jpg"})
    void filtersLeaveThePhotosTheyDescribeLatestFirst(String query, String expected) throws IOException {
        assertThat(names(query)).containsExactlyElementsOf(expected == null ? List.of() : List.of(expected.split(" ")));
    }

    @Test
    void absoluteFoldersBeginAtTheRoot() throws IOException {
        assertThat(names("folder:\"" + library.photos.resolve("Work") + "\"")).containsExactly("copy.jpg",
                "desk_100%.png");
        assertThat(names("folder:/Work")).isEmpty();
        assertThat(names("folder:" + Objects.requireNonNull(library.photos.getParent()).getFileName()))
                .as("what lies around the library")
                .isEmpty();
        assertThat(names("folder:" + library.photos.getFileName())).hasSize(7);
    }

    @Test
    void whatIsFilteredIsRankedByWhatItShows() throws IOException {
        SearchResult result = find("a sunset over the sea folder:Holiday");

        assertThat(result.hits()).hasSize(3).allMatch(hit -> hit.path().toString().contains("Holiday"));
        assertThat(result.hits().getFirst().path()).endsWithRaw(Path.of("IMG_2001.jpg"));
        assertThat(result.hits()).extracting(hit -> -hit.score()).isSorted();
        assertThat(result.admitted()).isEqualTo(3);
        assertThat(result.searched()).isEqualTo(7);
    }

    @Test
    void filtersAloneHaveNoScore() throws IOException {
        assertThat(find("type:png").hits()).hasSize(4)
                .allMatch(hit -> !hit.hasScore() && hit.relevant() && hit.why() == Why.FITS)
                .extracting(Hit::rank).containsExactly(1, 2, 3, 4);
        assertThat(open.search().find(QueryParser.parse("type:png"), new SearchOptions(2, Strictness.NORMAL)).hits())
                .hasSize(2);
    }

    @Test
    void aTagComesFirstThenANameAndBothSayWhy() throws IOException {
        assertThat(find("family").hits()).first()
                .satisfies(hit -> assertThat(hit.path()).endsWithRaw(Path.of("IMG_2002.jpg")))
                .extracting(Hit::why).isEqualTo(Why.TAGGED);
        assertThat(find("img_3001").hits()).first()
                .satisfies(hit -> assertThat(hit.path()).endsWithRaw(Path.of("IMG_3001.JPG")))
                .extracting(Hit::why).isEqualTo(Why.NAMED);
        assertThat(find("DESK_100%.png").hits()).first().extracting(Hit::why).isEqualTo(Why.NAMED);
        assertThat(find("family").hits()).hasSize(7).extracting(Hit::photoId).doesNotHaveDuplicates();
        assertThat(find("family -tag:family").hits()).hasSize(6).extracting(Hit::why).doesNotContain(Why.TAGGED,
                Why.NAMED);
    }

    /// Why a query finds a photo, in words.
    private String why(String query, String name) throws IOException {
        Hit hit = find(query).hits().stream().filter(found -> found.path().endsWith(name)).findFirst().orElseThrow();
        return hit.why() + hit.written().map(text -> " " + text.words()).orElse("");
    }

    @Test
    void whatIsWrittenWithPhotosCountsAndSaysWhere() throws IOException {
        assertThat(names("rome").subList(0, 3)).containsExactlyInAnyOrder("IMG_2001.jpg", "IMG_2002.jpg",
                "desk_100%.png");
        assertThat(why("rome", "IMG_2001.jpg")).isEqualTo("WRITTEN folder “Rome”");
        assertThat(why("rome", "desk_100%.png")).isEqualTo("WRITTEN folder “Rome office”");
        assertThat(names("ete")).as("without accents").startsWith("IMG_3001.JPG");
        assertThat(why("ÉTÉ", "IMG_3001.JPG")).isEqualTo("WRITTEN folder “Été”");
        assertThat(names("desk")).as("a part of a name").startsWith("desk_100%.png");
        assertThat(why("desk", "desk_100%.png")).isEqualTo("WRITTEN file name “desk_100%”");
        assertThat(why("party", "daisy.png")).isEqualTo("WRITTEN tag “family party”");
        assertThat(why("\"rome office\"", "IMG_2001.jpg")).as("a phrase is found as a whole").isEqualTo("SHOWS");
        assertThat(why("\"rome office\"", "desk_100%.png")).isEqualTo("WRITTEN folder “Rome office”");
        assertThat(why("the picture of a rome in the snow", "IMG_2001.jpg")).as("one word of many").isEqualTo("SHOWS");
        assertThat(find("sunset -rome").hits()).extracting(Hit::why).containsOnly(Why.SHOWS);
        assertThat(find("rome folder:Work").hits()).extracting(hit -> hit.path().getFileName().toString())
                .containsExactlyInAnyOrder("desk_100%.png", "copy.jpg").startsWith("desk_100%.png");
    }

    @Test
    void aChangedTagIsFoundAtOnceAndCostsNoVector() throws IOException {
        Path vectors = library.location.indexes().resolve(library.encoder.space().id());
        Map<String, String> before = FileHashes.of(vectors);
        assertThat(find("zermatt trip").hits()).extracting(Hit::why).containsOnly(Why.SHOWS);
        open.tags().add(id("Work/copy.jpg"), "Zermatt by train");
        assertThat(names("zermatt trip")).startsWith("copy.jpg");
        assertThat(why("zermatt trip", "copy.jpg")).isEqualTo("WRITTEN tag “Zermatt by train”");
        open.tags().reject(id("Work/copy.jpg"), "Zermatt by train");
        assertThat(find("zermatt trip").hits()).extracting(Hit::why).containsOnly(Why.SHOWS);
        assertThat(FileHashes.of(vectors)).isEqualTo(before);
    }

    @Test
    void aPictureIsPartOfTheQuery() throws IOException {
        Path elsewhere = Files.write(library.location.cache().resolve("daisy elsewhere.png"), DrawnScene.DAISY.png());

        assertThat(names("like:\"" + elsewhere + "\"")).startsWith("daisy.png");
        assertThat(names("like:Daisy.png")).startsWith("daisy.png");
        assertThat(names("like:Rome/img_2001.jpg")).startsWith("IMG_2001.jpg");
        assertThat(names("like:daisy.png -like:daisy.png")).hasSize(7);
        assertThatThrownBy(() -> find("like:nowhere.jpg")).isInstanceOf(QueryException.class)
                .hasMessageContaining("There is no file nowhere.jpg");
    }

    @Test
    void whatIsNotWantedFallsBehind() throws IOException {
        assertThat(scoreOf("IMG_2001.jpg", "a picture -sunset"))
                .isLessThan(scoreOf("IMG_2001.jpg", "a picture") - 0.05);
        assertThat(names("sunset")).startsWith("IMG_2001.jpg");
        assertThat(names("-sunset").getLast()).isEqualTo("IMG_2001.jpg");
    }

    private double scoreOf(String name, String query) throws IOException {
        return find(query).hits().stream().filter(hit -> hit.path().endsWith(name)).findFirst().orElseThrow().score();
    }

    @Test
    void aPlaceIsTheRankOfTheSearch() throws IOException {
        for (String text : List.of("family", "sunset", "a daisy -sunset", "sea folder:Holiday", "type:png", "img_2001",
                "like:square.png a house^2", "rome", "a sea in rome", "\"family party\" -rome")) {
            PhotoQuery query = QueryParser.parse(text);
            for (Hit hit : find(text).hits()) {
                Placement place = open.search().place(hit.photoId(), query, Strictness.LOOSE).orElseThrow();
                assertThat(place.rank()).as("%s: %s", text, hit).isEqualTo(hit.rank());
                assertThat(place.why()).isEqualTo(hit.why());
                if (hit.hasScore()) {
                    assertThat(place.score()).isCloseTo(hit.score(), within(1e-6));
                }
            }
        }
        PhotoQuery holiday = QueryParser.parse("sea folder:Holiday");
        assertThat(open.search().admits(id("square.png"), holiday)).isFalse();
        assertThat(open.search().place(id("square.png"), holiday, Strictness.LOOSE)).isEmpty();
    }

    @Test
    void wordsFromElsewhereAreNoQuery() {
        assertThat(open.search().byText("tag:family -x", ALL).hits()).hasSize(7);
    }

    @Test
    void theLibraryCompletesItsOwnNames() {
        assertThat(open.search().complete("tag:fam", 7).candidates()).containsExactly("Family", "\"family party\"");
        assertThat(open.search().complete("folder:ro", 9).candidates()).containsExactly("Rome", "\"Rome office\"");
        assertThat(open.search().complete("type:", 5).candidates()).containsExactly("jpeg", "png");
        assertThat(open.search().complete("beach ca", 8).candidates()).containsExactly("camera:");
        assertThat(open.search().complete("beach f", 7).candidates()).containsExactly("folder:");
    }
}
