package semblance.model.card;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import semblance.model.ModelLoadException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Whatever is wrong in a card is said by the name of its field.
final class CardFormatTest {
    private static final BuiltInCards CARDS = new BuiltInCards();

    private final CardFormat format = new CardFormat();

    static Stream<ModelCard> builtIn() {
        return CARDS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void whatIsWrittenIsReadAsTheSame(ModelCard card) {
        assertThat(format.read("card.json", format.write(card))).isEqualTo(card);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"/id|null|id is missing", "/id|\"Not Safe\"|id Not Safe is not a safe name",
        "/licence|null|licence is missing", "/dimension|1152|embeddings of 1152 dimensions",
        "/dimension|\"512\"|dimension", "/dimension|null|dimension", "/dimension|512.5|dimension",
        "/spaces|[\"clip-other\"]|does not carry the first 12 digits", "/files|[]|files does not have",
        "/image/size|0|size 0", "/image/resize|\"sqash\"|image.resize", "/image/interpolation|\"nearest\"|image",
        "/image/mean|[0.5]|three numbers each", "/image/std|[1, 0, 1]|std above 0",
        "/image/normalized|null|image.normalized", "/image/extra|1|\"extra\"", "/text/kind|\"siglip\"|up_to_end",
        "/text/head|{\"file\":\"tokenizer.json\",\"format\":\"safetensors\",\"hidden_dimension\":4,\"normalize_before\":false}|needs a head",
        "/text/padding|\"padded\"|text.padding",
        "/text/context_length|1|context_length 1", "/text/id_type|2|text.id_type",
        "/text/tokenizer|\"other.json\"|files does not have other.json", "/text/inputs/ids|\"\"|ids is missing",
        "/scoring/activation|null|activation is missing", "/scoring/logit_scale|-1|logit_scale -1",
        "/scoring/logit_bias|-10|logit_bias is for sigmoid only", "/scoring/label_templates|[]|label_templates",
        "/files/0/sha256|\"abc\"|64 lower-case", "/files/0/size|-3|size -3", "/files/0/path|\"../x\"|inside the model",
        "/recall/0/r10|0.1|recalls do not grow"})
    void aFieldAtFaultIsNamed(String pointer, String value, String message) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode card = (ObjectNode) mapper
                .readTree(format.write(CARDS.find("clip-vit-base-patch32").orElseThrow()));
        int slash = pointer.lastIndexOf('/');
        ObjectNode parent = slash == 0 ? card : (ObjectNode) card.at(pointer.substring(0, slash));
        parent.set(pointer.substring(slash + 1), mapper.readTree(value));

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> format.read("broken.json", mapper.writeValueAsBytes(card)))
                .withMessageContainingAll("broken.json", message);
    }

    @Test
    void aSiglipTowerHasToBePadded() throws Exception {
        String card = new String(format.write(CARDS.find("siglip-base-patch16-224").orElseThrow()),
                StandardCharsets.UTF_8).replace("\"max_length\"", "\"none\"");

        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> format.read("siglip", card.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining("needs padding max_length");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"''|No content", "{\"id\": |it is not JSON", "[]|cannot be used",
        "{} {}|cannot be used", "{\"id\": \"a\", \"id\": \"b\"}|Duplicate"})
    void whatIsNoCardIsSaid(String json, String message) {
        assertThatExceptionOfType(ModelLoadException.class)
                .isThrownBy(() -> format.read("broken.json", json.getBytes(StandardCharsets.UTF_8)))
                .withMessageContainingAll("broken.json", message);
    }
}
