package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.app.testing.ProgramProcess;
import semblance.model.starter.StarterModel;

import static org.assertj.core.api.Assertions.assertThat;

class BenchCommandTest {
    private static final List<String> SMALL = List.of("--photos", "400", "--batches", "1,2", "--vectors", "30",
            "--seconds", "0", "--skip-reference");

    @TempDir
    Path directory;

    private Program program;

    @BeforeEach
    void prepare() {
        program = new Program(directory.resolve("data"));
    }

    private static String[] bench(String... more) {
        return Stream.of(Stream.of("bench"), SMALL.stream(), Stream.of(more)).flatMap(words -> words)
                .toArray(String[]::new);
    }

    @Test
    void jsonIsADocumentAFigureTheMachineFirst() throws IOException {
        List<JsonNode> figures = program.run(bench("--json")).documents();

        assertThat(fields(figures.getFirst())).containsExactly("figure", "processor", "cores", "memory_mib", "system",
                "java", "onnx_runtime", "provider", "load");
        assertThat(figures).extracting(figure -> figure.get("figure").asText()).startsWith("machine", "decode")
                .endsWith("search").contains("preprocess", "encode", "text");
        JsonNode encode = figures.stream().filter(figure -> figure.get("figure").asText().equals("encode")).findFirst()
                .orElseThrow();
        assertThat(fields(encode)).containsExactly("figure", "model", "provider", "threads", "batch",
                "pictures_per_second", "cpu_ms_per_picture", "repetitions", "p50_ms", "p95_ms", "cpu_ms");
        assertThat(fields(figures.getLast())).containsExactly("figure", "vectors", "dimension", "repetitions", "p50_ms",
                "p95_ms", "cpu_ms");
    }

    private static Stream<String> fields(JsonNode figure) {
        return figure.propertyStream().map(Map.Entry::getKey);
    }

    @Test
    void peopleReadALineAFigureAndProgressElsewhere() {
        Outcome outcome = program.run(bench());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).startsWith("machine    ")
                .containsPattern("encode +" + starter() + ", cpu, 1 thread, batch 2 ")
                .containsPattern("search +30 vectors of 256 dimensions +\\d+\\.\\d\\d ms");
        assertThat(outcome.err()).contains("Decoding and preprocessing").contains("Filling an index with 30 vectors");
    }

    private static String starter() {
        return StarterModel.bundled(1).space().id();
    }

    @Test
    void theUsersLibraryIsNotTouched() throws IOException {
        program.run("index", DrawnPhotos.fill(directory.resolve("photos"), 2).toString());
        byte[] catalog = Files.readAllBytes(program.data().resolve("catalog.db"));

        assertThat(program.run(bench()).status()).isZero();

        assertThat(program.data().resolve("catalog.db")).hasBinaryContent(catalog);
    }

    @Test
    void withoutALibraryNoneIsMade() {
        program.run(bench());

        assertThat(program.run("status").err()).contains("There is no library yet");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        Outcome outcome = program.run("bench", "--batches", "0");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("semblance: --batches 0 is not from 1 to 1024");
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        Outcome outcome = program.run(bench("--model", "nowhere"));

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("There is no model nowhere.");
    }

    @Test
    void ctrlCEndsItAndNothingIsLeftBehind() throws Exception {
        Path temporary = Files.createDirectory(directory.resolve("temporary"));
        ProgramProcess process = ProgramProcess.start(program,
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary), "bench", "--skip-reference", "--seconds",
                "600");

        process.awaitError("Decoding and preprocessing");
        Outcome outcome = process.terminate().finish();

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.err()).contains("semblance: Stopped.").doesNotContain("Exception");
        assertThat(outcome.out()).startsWith("machine    ");
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left.filter(path -> path.getFileName().toString().startsWith("semblance-bench"))).isEmpty();
        }
    }
}
