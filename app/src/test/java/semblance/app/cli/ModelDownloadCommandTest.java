package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.HubProgram;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoDecoder;
import semblance.model.DualEncoder;
import semblance.model.Embedding;
import semblance.model.store.ModelStore;
import semblance.model.testing.Seed;
import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.Reply;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// The whole way of a model from a hub on this machine: offer, licence, download, verification, change, removal.
class ModelDownloadCommandTest {
    private static final int PHOTOS = 5;
    private static final String ID = "tiny";
    private static final String QUERY = "два красных дома";
    private static final String ENGLISH = "two red houses";
    private static final String VISION = "onnx/vision_model.onnx";

    @TempDir
    Path directory;

    private final Random random = Seed.next("ModelDownloadCommandTest").random();
    private TestHub hub;
    private PublishedModel model;
    private HubProgram program;

    @BeforeEach
    void publish() throws IOException {
        hub = TestHub.start();
        model = PublishedModel.on(hub, TinyModel.clipVit(random), directory.resolve(ID), "mul");
        program = new HubProgram(new Program(directory.resolve("data")), model.cards(),
                Map.of("HF_ENDPOINT", hub.address()));
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void theWholeWayFromTheOfferToAnAnswerOfTheNewModel() throws IOException, DecodeException {
        Path photos = DrawnPhotos.fill(directory.resolve("photos"), PHOTOS);
        assertThat(program.run("index", photos.toString()).status()).isZero();

        Outcome before = program.run("search", QUERY, "--json");
        assertThat(before.err()).contains("Semblance starter", "Cyrillic letters", "models download " + ID,
                "models use " + ID);
        assertThat(hub.requests()).as("a hint asks nobody").isEmpty();

        Outcome download = program.answering("y").run("models", "download", ID);
        assertThat(download.status()).as(download.toString()).isZero();
        assertThat(download.err()).contains("Tiny tiny", "MIT", "many languages", "Knows more than the starter.",
                "Download it under this licence?");
        assertThat(download.out()).contains("models use " + ID);

        Outcome verify = program.run("models", "verify", ID, "--json");
        assertThat(verify.documents()).hasSize(3)
                .allSatisfy(file -> assertThat(file.get("state").asText()).isEqualTo("whole"));

        assertThat(program.run("search", QUERY, "--json").err()).contains("models use " + ID)
                .doesNotContain("models download");
        assertThat(program.run("models", "use", ID).out()).contains(PHOTOS + " photos", "semblance index");
        assertThat(program.run("search", QUERY, "--json").out()).as("the starter answers meanwhile")
                .isEqualTo(before.out());
        assertThat(program.run("index", "--json").document().get("encoded").asInt()).isEqualTo(PHOTOS);

        assertThat(program.run("search", QUERY, "--json").err()).doesNotContain("Note");
        assertScoresByHand(program.run("search", ENGLISH, "--top", "50", "--json").documents());
    }

    private void assertScoresByHand(List<JsonNode> hits) throws IOException, DecodeException {
        DualEncoder opened = new ModelStore(program.program().data().resolve("models"), model.cards()).open(ID, 1);
        Embedding text = model.model().text(ENGLISH);
        assertThat(hits).hasSize(PHOTOS);
        for (JsonNode hit : hits) {
            var photo = new PhotoDecoder(DecodeLimits.DEFAULT).decode(
                    Files.readAllBytes(Path.of(hit.get("path").asText())), 2 * opened.preprocessing().size(), 512);
            assertThat(hit.get("score").asDouble()).isCloseTo(
                    model.model().image(opened.preprocessing().crop(photo.image())).cosine(text), within(1e-4));
        }
    }

    @Test
    void whereNobodyCanBeAskedItIsSaidWhatToDo() {
        Outcome outcome = program.run("models", "download", ID);

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("MIT", "add --yes", "Nothing was downloaded");
        assertThat(outcome.out()).isEmpty();
        assertThat(hub.requests()).isEmpty();
    }

    @Test
    void whoSaysNoGetsNothing() {
        for (String no : List.of("n", "", "what?")) {
            Outcome outcome = program.answering(no).run("models", "download", ID);

            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("Nothing was downloaded.");
        }
        assertThat(hub.requests()).isEmpty();
        assertThat(state()).isEqualTo("available");
    }

    @Test
    void scriptsAgreeWithAnOptionAndReadADocument() {
        JsonNode document = program.run("models", "download", ID, "--yes", "--json").document();

        assertThat(document.get("id").asText()).isEqualTo(ID);
        assertThat(document.get("state").asText()).isEqualTo("installed");
        assertThat(document.get("downloaded").asLong()).isZero();
        assertThat(document.get("improves").asText()).isEqualTo("Knows more than the starter.");
    }

    @Test
    void aDownloadThatBreaksOffIsListedAndGoesOn() {
        int size = hub.content(model.at(VISION)).length;
        Path part = model.part(program.program().data().resolve("models"), VISION);
        hub.next(model.at(VISION), Reply.broken(size / 2, part), Reply.status(404));
        Outcome broken = program.run("models", "download", ID, "--yes");
        JsonNode half = entry();
        String line = program.run("models", "list").out();

        Outcome again = program.run("models", "download", ID, "--yes");

        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.err()).contains("semblance: The file onnx/vision_model.onnx of Tiny tiny");
        assertThat(half.get("state").asText()).isEqualTo("downloading");
        assertThat(half.get("downloaded").asInt()).isEqualTo(size / 2);
        assertThat(line).containsPattern(ID + " +0\\.\\d MiB are here");
        assertThat(again.status()).isZero();
        assertThat(hub.requests(model.at(VISION)).getLast().range()).isEqualTo("bytes=" + size / 2 + "-");
    }

    @Test
    void damagedFilesAreNamedAndFetchedAgainAloneAndWithoutAQuestion() throws IOException {
        program.run("models", "download", ID, "--yes");
        Path vision = program.program().data().resolve("models").resolve(ID).resolve(VISION);
        byte[] bytes = Files.readAllBytes(vision);
        bytes[100]++;
        Files.write(vision, bytes);

        Outcome damaged = program.run("models", "verify", ID);
        int requests = hub.requests().size();
        Outcome repair = program.run("models", "download", ID);

        assertThat(damaged.status()).isEqualTo(1);
        assertThat(damaged.out()).contains(VISION + ": damaged (SHA-256", "tokenizer.json: as published");
        assertThat(damaged.err()).contains("semblance models download " + ID, "and no others");
        assertThat(repair.status()).as(repair.toString()).isZero();
        assertThat(hub.requests()).hasSize(requests + 1);
        assertThat(program.run("models", "verify", ID).status()).isZero();
    }

    @Test
    void aModelInUseStaysAndAnotherGoesWhileItsEmbeddingsStay() throws IOException {
        Path photos = DrawnPhotos.fill(directory.resolve("photos"), PHOTOS);
        program.run("index", photos.toString());
        program.run("models", "download", ID, "--yes");
        program.run("models", "use", ID);
        Outcome incoming = program.run("models", "remove", ID);
        program.run("index");
        Outcome inUse = program.run("models", "remove", ID);
        program.run("models", "use", "semblance-starter-1");
        program.run("index");

        Outcome removed = program.run("models", "remove", ID, "--json");

        assertThat(incoming.status()).as("it is to be used").isEqualTo(1);
        assertThat(inUse.status()).isEqualTo(1);
        assertThat(inUse.err()).contains("in use", "Choose another one first");
        assertThat(removed.document().get("photos").asInt()).isEqualTo(PHOTOS);
        assertThat(removed.document().get("freed").asLong()).isPositive();
        assertThat(state()).isEqualTo("available");
        program.run("models", "download", ID, "--yes");
        assertThat(program.run("models", "use", ID).out()).as("nothing is encoded again").contains("is in use");
    }

    @Test
    void textsAloneTakeTheEmbeddingsThatAreThereAndKeepTheirImageTower() throws IOException {
        PublishedModel english = PublishedModel.on(hub, TinyModel.clipVit(random), directory.resolve("english"), "en");
        PublishedModel texts = english.textsAlone(hub, directory.resolve("english"), "mul");
        program = new HubProgram(program.program(), english.cards(texts), program.variables());
        program.run("index", DrawnPhotos.fill(directory.resolve("photos"), PHOTOS).toString());
        Outcome alone = program.run("models", "download", "english-texts", "--yes");
        Outcome tooEarly = program.run("models", "use", "english-texts");
        program.run("models", "download", "english", "--yes");
        program.run("models", "use", "english");
        program.run("index");

        Outcome hint = program.run("search", QUERY, "--json");
        Outcome use = program.run("models", "use", "english-texts");

        assertThat(alone.out()).contains("another model for the photos: semblance models download english");
        assertThat(alone.err()).contains("Needs      english");
        assertThat(tooEarly.err()).contains("semblance models download english brings it");
        assertThat(hint.err()).contains("with the embeddings that the photos have", "models use english-texts");
        assertThat(use.out()).isEqualTo("english-texts is in use.\n");
        assertThat(program.run("search", QUERY, "--json").err()).doesNotContain("Note");
        assertThat(program.run("models", "remove", "english").err()).contains("in use");
        assertThat(program.run("models", "remove", "english-texts").err()).contains("in use");
        assertThat(program.run("index", "--json").document().get("encoded").asInt()).isZero();
    }

    @Test
    void theStarterAndWhatIsNotHereAreNotRemoved() {
        assertThat(program.run("models", "remove", "semblance-starter-1").err()).contains("comes with the program");
        assertThat(program.run("models", "remove", ID).err()).contains("not on this machine");
        assertThat(program.run("models", "remove", "none").err()).contains("There is no model none", "models list");
    }

    @Test
    void theStarterIsVerifiedAndNotDownloaded() {
        assertThat(program.run("models", "verify", "semblance-starter-1").status()).isZero();
        Outcome download = program.run("models", "download", "semblance-starter-1");
        assertThat(download.status()).isEqualTo(1);
        assertThat(download.err()).contains("comes with the program");
    }

    private JsonNode entry() {
        return program.run("models", "list", "--json").documents().stream()
                .filter(document -> document.get("id").asText().equals(ID)).findFirst().orElseThrow();
    }

    private String state() {
        return entry().get("state").asText();
    }
}
