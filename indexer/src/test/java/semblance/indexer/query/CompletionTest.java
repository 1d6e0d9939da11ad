package semblance.indexer.query;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CompletionTest {
    private static Completion at(String text) {
        return Completion.at(text, text.length(), List.of(Key.values()),
                (key, typed) -> key == Key.TAG
                        ? List.of("red house", "redwood").stream().filter(tag -> tag.startsWith(typed)).toList()
                        : List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '\'', value = {"beach t; beach tag: | beach type:", "o; orientation:",
        "-ta; -tag:", "li; like: ", "beach ; ''", "'\"ta'; ''", "tag:redw; tag:redwood",
        "tag:red; tag:\"red house\" | tag:redwood", "-tag:x|redw; -tag:x|redwood", "(tag:redw; (tag:redwood",
        "tag:\"red h; tag:\"red house\"", "is:d; is:duplicate", "colour:r; ''", "orientation:; orientation:portrait"
                + " | orientation:landscape | orientation:square"})
    void whatIsTypedMayBecome(String typed, String becomes) {
        Completion completion = at(typed);

        assertThat(completion.candidates().stream()
                .map(candidate -> typed.substring(0, completion.from()) + candidate + typed.substring(completion.to())))
                .containsExactlyElementsOf(becomes.isEmpty() ? List.of() : List.of(becomes.strip().split(" \\| ")));
    }

    @Test
    void whatStandsBehindTheCaretStays() {
        Completion completion = Completion.at("ta beach", 2, List.of(Key.TAG), (_, _) -> List.of());

        assertThat(completion).isEqualTo(new Completion(0, 2, List.of("tag:")));
    }
}
