package semblance.indexer.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextAnalyzerTest {
    private static List<String> asked(String text) {
        try (TextAnalyzer analyzer = TextAnalyzer.ofQueries()) {
            return analyzer.words(text);
        }
    }

    private static Set<String> stored(String text) {
        try (TextAnalyzer analyzer = TextAnalyzer.ofStored()) {
            return new HashSet<>(analyzer.words(text));
        }
    }

    @ParameterizedTest
    @CsvSource({"IMG_2034, img 2034", "NorwayTrip2019, norway trip 2019", "2019-06-12 Rome, 2019 06 12 rome",
        "Grandpa's birthday, grandpa birthday", "DÜSSELDORF, dusseldorf", "Straße, strasse", "Ёлка, елка",
        "Αθήνα, αθηνα", "ｆｕｌｌ　ｗｉｄｔｈ, full width", "北京烤鸭, 北京 京烤 烤鸭", "猫, 猫", "東京Tower, 東京 tower",
        "서울 여행, 서울 여행", "naïve café, naive cafe", "rome.trip, rome trip"})
    void wordsAreCutAndFolded(String text, String words) {
        assertThat(asked(text)).containsExactly(words.split(" "));
        assertThat(stored(text)).containsAll(asked(text));
    }

    @ParameterizedTest
    @CsvSource({"McDonald, mcdonald", "NorwayTrip, norwaytrip", "IMG_2034, img2034", "北京, 京", "Düsseldorf, dusseldorf",
        "e\u0301te\u0301, été"})
    void whatIsCutIsFoundWholeToo(String text, String query) {
        assertThat(stored(text)).containsAll(asked(query));
    }
}
