package semblance.model.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import semblance.model.ModelLoadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Ids are those of BERT's uncased vocabulary: [CLS] is 101 and [SEP] 102.
final class TextTokenizerTest {
    private static final String OFFLINE = "ai.djl.offline";

    @Test
    void aSentenceIsItsTokensBetweenTheSpecialOnes() throws IOException {
        assertThat(ids("a dog running on the beach")).containsExactly(101, 1037, 3899, 2770, 2006, 1996, 3509, 102);
    }

    @Test
    void caseAndAccentsDoNotMatter() throws IOException {
        assertThat(ids("Café DOG")).isEqualTo(ids("cafe dog"));
    }

    @Test
    void nothingIsPadded() throws IOException {
        assertThat(ids("")).containsExactly(101, 102);
    }

    @Test
    void longTextsAreCutToTheMaximumWithTheirLastTokenKept() throws IOException {
        long[] ids = ids("dog ".repeat(500));

        assertThat(ids).hasSize(64).startsWith(101, 3899).endsWith(3899, 102);
    }

    @Test
    void textThatIsNotValidUnicodeStillHasTokens() throws IOException {
        assertThat(ids("dog \ud800 \u0000 cat")).startsWith(101, 3899).endsWith(4937, 102);
    }

    @Test
    void aDamagedFileIsRefusedByName() throws IOException {
        byte[] half = Arrays.copyOf(json(), 1000);

        assertThatExceptionOfType(ModelLoadException.class).isThrownBy(() -> new TextTokenizer("MiniLM", half, 64))
                .withMessageContainingAll("MiniLM", "Reinstall Semblance");
    }

    @Test
    void nothingIsLoadedWhileDjlMightUseTheNetwork() throws IOException {
        byte[] json = json();
        String before = System.setProperty(OFFLINE, "false");
        try {
            assertThatExceptionOfType(ModelLoadException.class)
                    .isThrownBy(() -> new TextTokenizer("MiniLM", json, 64)).withMessageContaining(OFFLINE);
        } finally {
            System.setProperty(OFFLINE, before);
        }
    }

    private static long[] ids(String text) throws IOException {
        try (TextTokenizer tokenizer = new TextTokenizer("MiniLM", json(), 64)) {
            return tokenizer.ids(text);
        }
    }

    private static byte[] json() throws IOException {
        try (InputStream in = TextTokenizerTest.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
