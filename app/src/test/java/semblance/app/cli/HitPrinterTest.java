package semblance.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import semblance.app.Wiring;
import semblance.app.concurrent.StopSignal;
import semblance.app.testing.Outcome;
import semblance.indexer.search.Hit;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.search.Why;

import static org.assertj.core.api.Assertions.assertThat;

class HitPrinterTest {
    private final SearchOptionsMixin options = new SearchOptionsMixin();

    private Outcome print(int relevant, int all) {
        List<Hit> hits = IntStream.range(0, all).mapToObj(i -> new Hit(i + 1, 0.5 - 0.25 * i, i < relevant, i,
                Path.of("photo\n\u001b[2J" + i + ".jpg"), Why.SHOWS, Optional.empty(), Optional.empty())).toList();
        return print(hits);
    }

    private Outcome print(List<Hit> hits) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (StopSignal stop = StopSignal.listen("test-stop");
                PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8)) {
            Session session = new Session(Wiring::new, Map.of(), results,
                    new PrintStream(err, true, StandardCharsets.UTF_8), HostProcess.none(), stop);
            new HitPrinter(session, options).print(new SearchResult(hits, 1000, 1000, List.of()));
        }
        return new Outcome(0, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void scoresOfBothSignsAlign() {
        assertThat(print(4, 4).out().lines()).map(line -> line.substring(0, 8)).containsExactly(" 0.500  ", " 0.250  ",
                " 0.000  ", "-0.250  ");
    }

    @Test
    void whatATerminalWouldObeyIsNotPrinted() {
        assertThat(print(1, 1).out()).isEqualToIgnoringNewLines(" 0.500  photo??[2J0.jpg");
    }

    @Test
    void ofAVideoTheMomentIsSaid() {
        List<Hit> hits = List.of(hit("party.mp4", Optional.of(Duration.ofMillis(62_400))),
                hit("long.mkv", Optional.of(Duration.ofMillis(3_723_000))), hit("photo.jpg", Optional.empty()));

        assertThat(print(hits).out().lines()).containsExactly(" 0.300  party.mp4 @ 1:02", " 0.300  long.mkv @ 1:02:03",
                " 0.300  photo.jpg");

        SearchOptionsMixin.Format json = new SearchOptionsMixin.Format();
        json.json = true;
        options.format = json;
        assertThat(print(hits).out().lines().map(line -> line.replaceAll(".*\"path\":", ""))).containsExactly(
                "\"party.mp4\",\"seconds\":62.4}", "\"long.mkv\",\"seconds\":3723.0}", "\"photo.jpg\"}");
    }

    private static Hit hit(String name, Optional<Duration> moment) {
        return new Hit(1, 0.3, true, 1, Path.of(name), Why.SHOWS, moment, Optional.empty());
    }

    @Test
    void oneWeakerMatchIsOneMatch() {
        assertThat(print(2, 3).err())
                .isEqualToIgnoringNewLines("1 weaker match not shown. --strictness loose shows more, --json all.");
    }

    @Test
    void whereNothingIsLooserNothingLooserIsAdvised() {
        options.strictness = Strictness.LOOSE;

        assertThat(print(1, 3).err()).isEqualToIgnoringNewLines("2 weaker matches not shown.");
    }

    @Test
    void whereNothingStandsOutTheNearestAreListedAndSaidToBeNoMore() {
        Outcome outcome = print(0, 3);

        assertThat(outcome.err()).isEqualToIgnoringNewLines("No photo stands out. The nearest:");
        assertThat(outcome.out().lines()).hasSize(3);
    }

    @Test
    void pathsForOtherProgramsAreExactAndRelevantOnly() {
        SearchOptionsMixin.Format format = new SearchOptionsMixin.Format();
        format.zero = true;
        options.format = format;

        assertThat(print(1, 3).out()).isEqualTo("photo\n\u001b[2J0.jpg\0");
        assertThat(print(0, 3).err()).isEqualToIgnoringNewLines("No photo stands out.");
    }
}
