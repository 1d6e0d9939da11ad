package semblance.model.starter;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.ImageCrop;
import semblance.model.ImageEncoder;
import semblance.model.TextEncoder;
import semblance.model.card.BuiltInCards;
import semblance.model.card.TextTower;
import semblance.model.files.CheckedFiles;
import semblance.model.files.ClassPathFiles;
import semblance.model.onnx.OnnxTextTower;
import semblance.model.testing.Pictures;
import semblance.model.testing.Seed;
import semblance.model.tokenizer.TextTokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
final class StarterModelTest {
    private final DualEncoder model = StarterModel.bundled(1);
    private Golden golden;
    private ImageEncoder images;
    private TextEncoder texts;

    @BeforeAll
    void open() throws IOException {
        golden = Golden.read();
        images = model.openImageEncoder();
        texts = model.openTextEncoder();
    }

    @AfterAll
    void close() {
        images.close();
        texts.close();
    }

    @Test
    void theSpaceIsNamedAfterTheImageTower() {
        assertThat(model.space().id()).isEqualTo("semblance-starter-1-86c388d91673-fp16-p1");
        assertThat(model.space().dimension()).isEqualTo(256);
        assertThat(images.space()).isEqualTo(model.space());
        assertThat(texts.space()).isEqualTo(model.space());
        assertThat(model.scoring().logitScale()).isCloseTo(27.9981, within(1e-9));
    }

    @Test
    void drawnPicturesLieWhereTheTrainingProgramSawThem() throws IOException {
        for (Golden.Image image : drawn()) {
            Embedding embedding = images.encode(List.of(crop(image))).getFirst();

            assertThat(embedding.cosine(image.expected())).as(image.file()).isGreaterThanOrEqualTo(0.999);
        }
    }

    @Test
    void sentencesLieWhereTheTrainingProgramSawThem() {
        for (Golden.Text text : golden.texts()) {
            assertThat(texts.encode(text.text()).cosine(text.expected())).as(text.text())
                    .isGreaterThanOrEqualTo(0.99);
        }
    }

    @Test
    void sentencesAreEncodedBeforeTheHeadAsTheTrainingProgramDid() {
        CheckedFiles files = new CheckedFiles(new BuiltInCards().all().getFirst(), new ClassPathFiles());
        TextTower tower = files.card().text();
        try (TextTokenizer tokenizer = new TextTokenizer("starter", files.read(tower.tokenizer()),
                tower.contextLength());
                OnnxTextTower graph = new OnnxTextTower(files.graph(tower.file()), tower, 256, 1)) {
            for (Golden.Text text : golden.texts()) {
                Embedding sentence = Embedding.normalized(graph.encode(tokenizer.ids(text.text())));

                assertThat(sentence.cosine(text.expectedSentence())).as(text.text()).isGreaterThanOrEqualTo(0.99);
            }
        }
    }

    @Test
    void textsAndPicturesAreAsNearToEachOtherAsExpected() throws IOException {
        int[] drawn = golden.drawn();
        List<Embedding> pictures = images.encode(crops());
        for (int text = 0; text < golden.texts().size(); text++) {
            Embedding embedding = texts.encode(golden.texts().get(text).text());
            for (int i = 0; i < drawn.length; i++) {
                assertThat(embedding.cosine(pictures.get(i))).as("text %d, picture %d", text, drawn[i])
                        .isCloseTo(golden.cosine().get(text).get(drawn[i]), within(0.03));
            }
        }
    }

    @Test
    void aBatchIsTheSameAsItsPicturesOneByOneInTheirOrder() {
        Random random = Seed.next("StarterModelTest.batch").random();
        List<ImageCrop> crops = Stream
                .generate(() -> Pictures.random(random, 100 + random.nextInt(200), 100 + random.nextInt(200))).limit(7)
                .map(model.preprocessing()::crop).toList();

        List<Embedding> batch = images.encode(crops);

        assertThat(batch).hasSameSizeAs(crops);
        for (int i = 0; i < crops.size(); i++) {
            assertThat(batch.get(i).cosine(images.encode(List.of(crops.get(i))).getFirst())).as("picture " + i)
                    .isGreaterThanOrEqualTo(0.9999);
        }
    }

    @Test
    void reversingABatchReversesItsEmbeddings() throws IOException {
        List<ImageCrop> crops = crops();

        List<Embedding> forwards = images.encode(crops);
        List<Embedding> backwards = images.encode(crops.reversed()).reversed();

        for (int i = 0; i < crops.size(); i++) {
            assertThat(forwards.get(i).cosine(backwards.get(i))).isGreaterThanOrEqualTo(0.9999);
            assertThat(forwards.get(i).cosine(forwards.get((i + 1) % crops.size()))).isLessThan(0.99);
        }
    }

    @Test
    void emptyAndOverlongTextsHaveEmbeddings() {
        assertThat(texts.encode("").dimension()).isEqualTo(256);
        assertThat(texts.encode("a dog ".repeat(5000))).isEqualTo(texts.encode("a dog ".repeat(50)));
    }

    private List<Golden.Image> drawn() {
        return Arrays.stream(golden.drawn()).mapToObj(golden.images()::get).toList();
    }

    private List<ImageCrop> crops() throws IOException {
        List<ImageCrop> crops = new ArrayList<>();
        for (Golden.Image image : drawn()) {
            crops.add(crop(image));
        }
        return crops;
    }

    private ImageCrop crop(Golden.Image image) throws IOException {
        return model.preprocessing().crop(image.picture());
    }
}
