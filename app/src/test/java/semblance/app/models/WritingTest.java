package semblance.app.models;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WritingTest {
    @ParameterizedTest
    @CsvSource({"海边的狗, Chinese characters", "a dog at 海, Chinese characters", "浜辺を走る犬, Japanese",
        "イヌ, Japanese", "해변의 개, Korean", "собака на пляже, Cyrillic letters", "ёлка, Cyrillic letters",
        "σκύλος, Greek letters", "كلب على الشاطئ, Arabic letters", "כלב, Hebrew letters", "कुत्ता, Devanagari letters",
        "สุนัข, Thai letters", "ძაღლი, such letters", "tag:семья dog, Cyrillic letters"})
    void otherLettersAreNamed(String text, String label) {
        assertThat(Writing.of(text)).map(Writing::label).contains(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a dog on the beach", "São Tomé and Príncipe", "Hund am Strand", "π", "5 µm",
        "α Centauri",
        "Łódź", "naïve café", "👨‍👩‍👧 🏖", "IMG_2023 (1).jpg", "!?", "ﬁsh", "Å 10 Ω"})
    void latinLettersAndSingleOnesOfOthersSayNothing(String text) {
        assertThat(Writing.of(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"дом на холме, ru, true", "дом на холме, sr-Cyrl, true", "дом на холме, en, false",
        "дом на холме, mul, true", "дом на холме, und, true", "海边, ja, true", "海边, ko, false", "ძაღლი, ru, false"})
    void modelsKnowTheLettersOfTheirLanguages(String text, String language, boolean known) {
        assertThat(Writing.of(text).orElseThrow().isIn(List.of("en", language))).isEqualTo(known);
    }
}
