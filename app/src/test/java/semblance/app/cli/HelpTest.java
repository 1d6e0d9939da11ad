package semblance.app.cli;

import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.app.testing.Outcome;
import semblance.app.testing.Program;

import static org.assertj.core.api.Assertions.assertThat;

class HelpTest {
    @TempDir
    Path directory;

    private Outcome run(String... arguments) {
        return new Program(directory.resolve("data")).run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "search", "similar", "status", "folders", "failures", "models list",
        "models import", "models use", "backup", "restore", "eval", "bench", "doctor"})
    void everyCommandExplainsItselfWithinEightyColumns(String command) {
        Outcome outcome = run(
                Stream.concat(Stream.of(command.split(" ", -1)), Stream.of("--help")).toArray(String[]::new));

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: semblance " + command).contains("--json").contains("--data=DIR")
                .contains("--cache=DIR").contains("--config=DIR");
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void theProgramNamesItsCommandsAndHowToBegin() {
        Outcome outcome = run("--help");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("index", "search", "similar", "status", "failures", "models", "eval", "bench", "doctor")
                .contains("semblance index ~/Pictures");
    }

    @Test
    void anUnknownCommandIsWrongUsageWithASuggestion() {
        Outcome outcome = run("serach");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("semblance: There is no command \"serach\".").contains("semblance search")
                .endsWith("More: semblance --help\n");
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(run("--version").out().lines()).singleElement().asString().startsWith("Semblance ");
    }
}
