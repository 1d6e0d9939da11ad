package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.IndexingRun;
import semblance.indexer.pipeline.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class SearchCommandTest {
    @TempDir
    static Path directory;

    private static Program program;
    private static Path photos;

    @BeforeAll
    static void indexPhotos() throws IOException {
        program = new Program(directory.resolve("data"));
        photos = DrawnPhotos.fill(directory.resolve("photos"), 6).toRealPath();
        program.run("index", photos.toString());
    }

    @Test
    void jsonListsAllHitsBestFirst() {
        List<JsonNode> hits = program.run("search", "--json", "a green field").documents();

        assertThat(hits).hasSize(6).allSatisfy(hit -> {
            assertThat(hit.propertyStream().map(entry -> entry.getKey())).containsExactly("rank", "score", "relevant",
                    "path");
            assertThat(hit.get("score").asDouble()).isBetween(-1.0, 1.0);
            assertThat(hit.get("relevant").isBoolean()).isTrue();
            assertThat(Path.of(hit.get("path").asText())).hasParent(photos).isRegularFile();
        });
        assertThat(hits.stream().map(hit -> hit.get("rank").asInt())).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(hits.stream().map(hit -> -hit.get("score").asDouble())).isSorted();
    }

    @Test
    void aScoreIsNotRounded() {
        double score = program.run("search", "--json", "--top", "1", "a green field").document().get("score")
                .asDouble();

        assertThat(score * 100_000).isNotEqualTo(Math.rint(score * 100_000));
    }

    @Test
    void atMostAsManyAsAskedForAreListedAsScoreAndPath() {
        Outcome outcome = program.run("search", "--top", "2", "a green field");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out().lines()).hasSize(2)
                .allMatch(line -> line.matches("[ -]\\d\\.\\d{3}  .*photo\\d\\.jpg"));
    }

    @Test
    void pathsForOtherProgramsEndWithAZeroByte() {
        String out = program.run("search", "-0", "--top", "2", "a green field").out();

        assertThat(out).endsWith("\0").doesNotContain("\n");
        assertThat(out.split("\0")).hasSize(2).allMatch(path -> Files.isRegularFile(Path.of(path)));
    }

    static Stream<Arguments> wrongUsage() {
        return Stream.of(arguments("The query is empty", List.of("search", "")),
                arguments("The query is empty", List.of("search", "  ")),
                arguments("Missing required parameter: 'QUERY'", List.of("search")),
                arguments("\"beach\" is one argument too many.", List.of("search", "dog", "beach")),
                arguments("'QUERY'", List.of("search", "-people")),
                arguments("Unknown option: '--bogus'", List.of("search", "--bogus", "dog")),
                arguments("'--top': it has to be at least 1, not 0.", List.of("search", "--top", "0", "dog")),
                arguments("'--top': it has to be at least 1, not -3.", List.of("search", "--top", "-3", "dog")),
                arguments("'--top': \"many\" is no number.", List.of("search", "--top", "many", "dog")),
                arguments("it is loose, normal or strict, not \"weird\".",
                        List.of("search", "--strictness", "weird", "dog")),
                arguments("--json, --null are mutually exclusive", List.of("search", "--json", "-0", "dog")));
    }

    @ParameterizedTest
    @MethodSource("wrongUsage")
    void wrongUsageIsToldWithWhatHelps(String message, List<String> given) {
        Outcome outcome = program.run(given.toArray(String[]::new));

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("semblance: ").contains(message)
                .contains("A query is one argument: put it in quotes.").endsWith("More: semblance search --help\n");
        assertThat(outcome.err().lines()).hasSizeLessThan(6);
    }

    @Test
    void aQueryThatBeginsWithAMinusGoesAfterTwoOfThem() {
        Outcome outcome = program.run("search", "--top", "1", "--", "-people beach");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).hasSize(1);
    }

    @Test
    void aMistakeInAQueryIsShownWhereItIs() {
        Outcome outcome = program.run("search", "green colour:red field");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("semblance: Column 7: There is no filter \"colour:\". Semblance knows after:");
        assertThat(outcome.err().lines().toList().subList(1, 3)).containsExactly("  green colour:red field",
                "        ^");
        assertThat(outcome.err()).endsWith("More: semblance search --help\n");
    }

    @Test
    void filtersNarrowTheSearchAndAloneHaveNoScore() {
        List<JsonNode> ranked = program.run("search", "--json", "a green field -name:photo3").documents();
        List<JsonNode> listed = program.run("search", "--json", "name:photo3|photo4").documents();
        Outcome lines = program.run("search", "name:photo3");
        Outcome none = program.run("search", "a green field", "--json", "--top", "3");

        assertThat(ranked).hasSize(5).noneMatch(hit -> hit.get("path").asText().endsWith("photo3.jpg"));
        assertThat(listed).hasSize(2).allSatisfy(hit -> {
            assertThat(hit.get("score").isNull()).isTrue();
            assertThat(hit.get("relevant").asBoolean()).isTrue();
        });
        assertThat(lines.out()).startsWith("     -  ").endsWith("photo3.jpg\n");
        assertThat(none.documents()).hasSize(3);
    }

    @Test
    void filtersThatLeaveNothingAndTimesAreExplained() {
        Outcome none = program.run("search", "a green field name:nothing");
        Outcome time = program.run("search", "--json", "after:1y");

        assertThat(none.status()).isZero();
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).isEqualTo("No photo fits the filters of the query.\n");
        assertThat(time.documents()).hasSize(6);
        assertThat(time.err()).isEmpty();
    }

    @Test
    void aPhotoOfThatNameComesFirstAndSaysSo() {
        assertThat(program.run("search", "photo5").out().lines().findFirst().orElseThrow())
                .endsWith("photo5.jpg  (its name)");
    }

    @Test
    void aPictureIsPartOfAQuery() {
        String picture = photos.resolve("photo2.jpg").toString();

        assertThat(program.run("search", "--json", "--top", "1", "like:\"" + picture + "\"").document().get("path")
                .asText()).isEqualTo(picture);
        Outcome missing = program.run("search", "like:missing.jpg");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).isEqualTo(
                "semblance: There is no file missing.jpg, and no photo of the library is called that.\n");
    }

    @Test
    void aQueryThatBeginsWithAnAtSignIsNoFileOfArguments() {
        assertThat(program.run("search", "@home").status()).isZero();
    }

    @Test
    void withoutALibraryItSaysHowToBeginAndMakesNothing() {
        Program other = new Program(directory.resolve("no such data"));

        Outcome outcome = other.run("search", "dog");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err().lines()).containsExactly(
                "semblance: There is no library yet in " + other.data() + ". Index a folder first.");
        assertThat(other.data()).doesNotExist();
    }

    @Test
    void anEmptyLibraryIsToldApartFromFindingNothing() throws IOException {
        Program other = new Program(directory.resolve("empty data"));
        other.run("index", Files.createDirectory(directory.resolve("empty")).toString());

        Outcome outcome = other.run("search", "--json", "dog");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("No photo is indexed yet.");
    }

    @Test
    void photosAreFoundWhileOthersAreBeingIndexed(@TempDir Path more) throws Exception {
        Program busy = new Program(more.resolve("data"));
        busy.run("index", DrawnPhotos.fill(more.resolve("first"), 3).toString());
        DrawnPhotos.fill(more.resolve("second"), 40);
        List<Outcome> meanwhile = new CopyOnWriteArrayList<>();

        try (PhotoLibrary library = busy.wiring().open(stage -> {
            if (stage == Stage.ENCODE && meanwhile.isEmpty()) {
                meanwhile.add(busy.run("search", "--json", "a green field"));
            }
            return () -> {
            };
        })) {
            IndexingRun run = library.indexing().start(List.of(library.folders().add(more.resolve("second"))));
            run.result().get();
        }

        assertThat(meanwhile).hasSize(1);
        assertThat(meanwhile.getFirst().status()).isZero();
        assertThat(meanwhile.getFirst().documents()).hasSizeBetween(3, 20);
        assertThat(busy.run("search", "--json", "--top", "100", "a green field").documents()).hasSize(43);
    }

    @Test
    void hitsBelowTheCutAreCountedAndNotListed() throws IOException {
        Program many = new Program(directory.resolve("many data"));
        many.run("index", DrawnPhotos.fill(directory.resolve("many"), 40).toString());

        Outcome strict = many.run("search", "--strictness", "strict", "a red disc on green");
        List<JsonNode> all = many.run("search", "--json", "--strictness", "strict", "a red disc on green").documents();

        long relevant = all.stream().filter(hit -> hit.get("relevant").asBoolean()).count();
        assertThat(IntStream.range(0, all.size()).filter(i -> all.get(i).get("relevant").asBoolean())).as("ranks")
                .allMatch(i -> i < relevant);
        assertThat(all).hasSize(20);
        assertThat(relevant).isLessThan(20);
        assertThat(strict.out().lines()).hasSize(relevant == 0 ? 20 : (int) relevant);
        assertThat(strict.err()).contains(relevant == 0 ? "No photo stands out." : "not shown.");
    }
}
