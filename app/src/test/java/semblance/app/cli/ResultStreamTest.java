package semblance.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.app.Wiring;

import static org.assertj.core.api.Assertions.assertThat;

class ResultStreamTest {
    /// Refuses everything, as a full disk or a closed pipe does.
    private static final class Refusing extends OutputStream {
        private final String reason;

        Refusing(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int single) throws IOException {
            throw new IOException(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({"No space left on device, 1, semblance: The results could not be written: No space left on device.",
        "Broken pipe, 0, ''"})
    void lostResultsFailTheCommandUnlessTheReaderHadEnough(String reason, int status, String message) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        int found = new CommandLineProgram(Wiring::new, Map.of(), new Refusing(reason), err).run("--help");

        assertThat(found).isEqualTo(status);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines(message);
    }

    @Test
    void allThatWasWrittenArrivesInUtf8() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new CommandLineProgram(Wiring::new, Map.of(), out, OutputStream.nullOutputStream()).run("search", "--help");

        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: semblance search").endsWith("beach\"\n");
    }
}
