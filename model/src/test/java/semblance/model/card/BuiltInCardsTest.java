package semblance.model.card;

import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.model.Activation;
import semblance.model.EmbeddingSpace;
import semblance.model.preprocess.Fit;
import semblance.model.zeroshot.PromptEnsemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The built-in cards against the figures that were collected where the models are published.
final class BuiltInCardsTest {
    private final BuiltInCards cards = new BuiltInCards();

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "clip-vit-base-patch32 Xenova/clip-vit-base-patch32 d15189d7028b43f1d3e65039190477f6af591c2a",
        "clip-vit-base-patch32-fp16 Xenova/clip-vit-base-patch32 d15189d7028b43f1d3e65039190477f6af591c2a",
        "siglip-base-patch16-224 Xenova/siglip-base-patch16-224 4649052661e53c7000355844105f8a1792088239",
        "siglip2-base-patch16-224-fp16 onnx-community/siglip2-base-patch16-224-ONNX ba1f3b0843f24bc5417d38e19c37b287d719b2f4",
        "clip-vit-b-32-multilingual-v1 sentence-transformers/clip-ViT-B-32-multilingual-v1 58edf8cada9e398793dca955574a48cbb7f18be2"})
    void filesArePinnedToARevision(String id, String repository, String revision) {
        assertThat(card(id).source()).isEqualTo(new Source(repository, revision));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "clip-vit-base-patch32 onnx/vision_model.onnx 351685709 fd6e1402a588279d1723c7534d4bcba5bc0b14b47dfab0e46f8c47b8270d7d40",
        "clip-vit-base-patch32 onnx/text_model.onnx 254058553 3f6571f5bad13a97c469c1622e1cfc4d9aef78b79fdbfcff804ca357bfada8cc",
        "clip-vit-base-patch32 tokenizer.json 2224119 f7f3b7af117d467b58374797691a6438d3e6b9e9cef800dfd5dced7f697a90cd",
        "clip-vit-base-patch32-fp16 onnx/vision_model_fp16.onnx 176080659 35c4e0fb0aeee527dcde1693520b214a34424a786babd530f35366bad5844efd",
        "clip-vit-base-patch32-fp16 onnx/text_model.onnx 254058553 3f6571f5bad13a97c469c1622e1cfc4d9aef78b79fdbfcff804ca357bfada8cc",
        "clip-vit-base-patch32-fp16 tokenizer.json 2224119 f7f3b7af117d467b58374797691a6438d3e6b9e9cef800dfd5dced7f697a90cd",
        "siglip-base-patch16-224 onnx/vision_model.onnx 371819850 f89d41bac7f4d4b87e010a467d93f98689d708916ed22f5a07f96fdfa26f475f",
        "siglip-base-patch16-224 onnx/text_model.onnx 441332132 3aa7fdbd20eaa8740cce17bf82913de641fcb632a768fed59f661cdcd0c32553",
        "siglip-base-patch16-224 tokenizer.json 2398744 4a17c975210be5ab4c36b47d8dae4eefb866dbfb1e676e394aad85dc30a3ae08",
        "siglip2-base-patch16-224-fp16 onnx/vision_model_fp16.onnx 186039516 a1959f7bd3993a607e48839f6d01e25b876fe76afda301b028b78eef68aabd95",
        "siglip2-base-patch16-224-fp16 onnx/text_model_fp16.onnx 564862230 711da56ada0a4aa11c7dd3320df741081a3cae4f0ae1b5e5c6d5b294738d0eb0",
        "siglip2-base-patch16-224-fp16 tokenizer.json 0 cb9140fae3ac5122c972d37adf83e1248471a38147ad76f8215c8872c6fd8322",
        "clip-vit-b-32-multilingual-v1 onnx/model_quint8_avx2.onnx 135377779 fbc8fbeaa5237d96bd1bf430057c70d34de8334a463e933a5faa305f6caeed9c",
        "clip-vit-b-32-multilingual-v1 2_Dense/model.safetensors 1572984 d12568dc7300970a4d3dbb49068ad16cd89b99840b74b026f8e48071e9414f74"})
    void sizesAndHashesAreThePublishedOnes(String id, String path, long size, String sha256) {
        assertThat(card(id).file(path)).isEqualTo(new ModelFile(path, size == 0 ? null : size, sha256));
        assertThat(HexFormat.of().parseHex(sha256)).hasSize(32);
    }

    @ParameterizedTest
    @CsvSource({"clip-vit-base-patch32, 512, 224, SHORTEST_SIDE, SOFTMAX, 77, UP_TO_END, text_embeds, MIT",
        "clip-vit-base-patch32-fp16, 512, 224, SHORTEST_SIDE, SOFTMAX, 77, UP_TO_END, text_embeds, MIT",
        "siglip-base-patch16-224, 768, 224, SQUASH, SIGMOID, 64, MAX_LENGTH, pooler_output, Apache-2.0",
        "siglip2-base-patch16-224-fp16, 768, 224, SQUASH, SIGMOID, 64, MAX_LENGTH, pooler_output, Apache-2.0"})
    void towersAreFedAsTheirAuthorsSay(String id, int dimension, int size, Fit fit, Activation activation, int context,
            Padding padding, String output, String licence) {
        ModelCard card = card(id);
        ImageTower image = image(card);

        assertThat(card.dimension()).isEqualTo(dimension);
        assertThat(card.licence()).isEqualTo(licence);
        assertThat(image.size()).isEqualTo(size);
        assertThat(image.resize()).isEqualTo(fit);
        assertThat(image.preprocessing().size()).isEqualTo(size);
        assertThat(image.normalized()).isFalse();
        assertThat(card.scoring().activation()).isEqualTo(activation);
        assertThat(card.text().contextLength()).isEqualTo(context);
        assertThat(card.text().padding()).isEqualTo(padding);
        assertThat(card.text().output()).isEqualTo(output);
        assertThat(card.text().idType()).isEqualTo(IdType.INT64);
    }

    @Test
    void siglipIsPaddedWithItsOwnTokenAndCleaned() {
        assertThat(card("siglip-base-patch16-224").text().padId()).isEqualTo(1);
        assertThat(card("siglip-base-patch16-224").text().cleaning()).isEqualTo(Cleaning.CANONICALIZE);
        assertThat(card("siglip2-base-patch16-224-fp16").text().padId()).isZero();
        assertThat(card("siglip2-base-patch16-224-fp16").text().cleaning()).isEqualTo(Cleaning.LOWERCASE);
    }

    @Test
    void scalesAndBiasesAreThePublishedOnesOrAbsent() {
        assertThat(card("clip-vit-base-patch32").scoring().logitScale()).isEqualTo(100);
        ScoringCard siglip2 = card("siglip2-base-patch16-224-fp16").scoring();
        assertThat(siglip2.scoring().logitScale()).isCloseTo(Math.exp(4.7244534), within(1e-3));
        assertThat(siglip2.logitBias()).isEqualTo(-16.7717247);
        assertThat(card("siglip-base-patch16-224").scoring().logitScale()).isNull();
        assertThat(card("siglip-base-patch16-224").scoring().scoring().activation()).isEqualTo(Activation.SOFTMAX);
    }

    @Test
    void theMultilingualTextsMapIntoBothSpacesOfClip() {
        ModelCard texts = card("clip-vit-b-32-multilingual-v1");

        assertThat(texts.image()).isNull();
        assertThat(texts.spaces()).containsExactly(card("clip-vit-base-patch32").space().id(),
                card("clip-vit-base-patch32-fp16").space().id());
        assertThat(texts.dimension()).isEqualTo(512);
    }

    @Test
    void spacesCarryTheHashOfTheirImageTowerAndAreAllDifferent() {
        List<ModelCard> withImages = cards.all().stream().filter(card -> card.image() != null).toList();

        assertThat(withImages).allSatisfy(card -> assertThat(card.space().id())
                .contains(String.valueOf(card.file(image(card).file()).sha256()).substring(0, 12)));
        assertThat(withImages.stream().map(ModelCard::space).map(EmbeddingSpace::id)).doesNotHaveDuplicates();
        assertThat(cards.all().stream().map(ModelCard::id)).doesNotHaveDuplicates().startsWith(BuiltInCards.STARTER);
    }

    @Test
    void allHavePromptsThatCanBeFilledIn() {
        assertThat(cards.all()).allSatisfy(card -> assertThat(
                new PromptEnsemble(card.scoring().labelTemplates()).templates()).isNotEmpty());
    }

    private ModelCard card(String id) {
        return cards.find(id).orElseThrow();
    }

    private static ImageTower image(ModelCard card) {
        return Objects.requireNonNull(card.image());
    }
}
