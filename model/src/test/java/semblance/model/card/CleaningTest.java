package semblance.model.card;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

final class CleaningTest {
    @Test
    void aTokenizerThatDoesAllOfItGetsTheTextAsItIs() {
        assertThat(Cleaning.NONE.clean(" A  Dog!")).isEqualTo(" A  Dog!");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "WHITESPACE|  A \t Dog! |A Dog!", "WHITESPACE|a\u00a0dog|a dog", "LOWERCASE|A  Ärmel! |a ärmel!",
        "LOWERCASE|TITLE|title", "CANONICALIZE|Is it a DOG, really? (yes_it's)|is it a dog really yesits",
        "CANONICALIZE|...|''", "CANONICALIZE|été – “quoted”|été – “quoted”"})
    void aTextIsCleanedAsItsTowerWants(Cleaning cleaning, String text, String expected) {
        assertThat(cleaning.clean(text)).isEqualTo(expected);
    }
}
