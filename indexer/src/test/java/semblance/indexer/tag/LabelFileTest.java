package semblance.indexer.tag;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LabelFileTest {
    @TempDir
    Path directory;

    @Test
    void aLabelMayHaveATextAndAFrequency() throws IOException, LabelsException {
        assertThat(LabelFile.read(written("""
                                          # my dogs

                                          dog
                                          boxer\tboxer (dog)
                                          cat\t\toften
                                          zebra\tzebra in a zoo\tseldom
                                          """))).containsExactly(new Label("dog", "dog", 1),
                new Label("boxer", "boxer (dog)", 1), new Label("cat", "cat", 4),
                new Label("zebra", "zebra in a zoo", 0.25));
    }

    @Test
    void whatEditorsOfWindowsAddIsNoPartOfALabel() throws IOException, LabelsException {
        assertThat(LabelFile.read(written("\ufeffdog\r\nCafé \r\n"))).extracting(Label::name).containsExactly("dog",
                "Café");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                            dog\\ncat\\nDog       | Line 3 of FILE repeats the label "Dog"
                                            dog\\n\\tcat          | Line 2 of FILE: A tag needs a name
                                            dog\\ta\\tnever       | Line 1 of FILE has "never" behind the second tab
                                            dog\\ta\\toften\\tb   | Line 1 of FILE has more than a label, a text and a frequency
                                            # nothing\\n          | There is no label in FILE""")
    void whatIsWrongIsSaidWithTheLine(String content, String message) throws IOException, LabelsException {
        Path file = written(content.replace("\\n", "\n").replace("\\t", "\t"));

        assertThatExceptionOfType(LabelsException.class).isThrownBy(() -> LabelFile.read(file))
                .withMessageContaining(message.replace("FILE", file.toString()));
    }

    @Test
    void anotherEncodingIsSaidToBeOne() throws IOException, LabelsException {
        Path file = Files.write(directory.resolve("labels.txt"), "Café".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(LabelsException.class).isThrownBy(() -> LabelFile.read(file))
                .withMessageContaining("UTF-8");
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> Vocabulary.read(directory.resolve("none")));
    }

    @Test
    void theEverydayWordsAreSomeHundredAndFiftyAndTheRestRepeatsNone() {
        Vocabulary everyday = Vocabulary.everyday();

        assertThat(everyday.labels()).hasSizeBetween(140, 170);
        assertThat(everyday.others().stream().flatMap(List::stream)).extracting(Label::name)
                .doesNotContainAnyElementsOf(everyday.labels().stream().map(Label::name).toList());
    }

    @Test
    void behindAUsersOwnWordsStandTheEverydayOnes() throws IOException, LabelsException {
        Vocabulary own = Vocabulary.read(written("granny"));

        assertThat(own.labels()).extracting(Label::name).containsExactly("granny");
        assertThat(own.others()).contains(Vocabulary.everyday().labels()).hasSize(2);
    }

    private Path written(String content) throws IOException {
        return Files.writeString(directory.resolve("labels.txt"), content);
    }
}
