package semblance.app.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.app.Wiring;
import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.model.onnx.OnnxProviderTrial;
import semblance.model.provider.ExecutionProvider;
import semblance.model.provider.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/// The provider that is asked for in these tests, DirectML, is in no build of the program.
class ProviderOptionTest {
    private static final String ON_THE_CPU = "Photos are encoded on the CPU. DirectML: this build of Semblance does not have"
            + " it.";

    @TempDir
    Path directory;

    private Program program;
    private Path photos;

    @BeforeEach
    void photos() throws IOException {
        program = new Program(directory.resolve("data"));
        photos = DrawnPhotos.fill(directory.resolve("photos"), 2);
    }

    @Test
    void withoutAWishABuildForTheCpuSaysNothing() {
        assumeNoCuda();

        Outcome outcome = program.run("index", photos.toString());

        assertThat(outcome.err()).doesNotContain("encoded on");
    }

    @Test
    void askingForCudaWithoutItSaysHowToGetItAndWorks() {
        assumeNoCuda();

        Outcome outcome = program.run("index", "--json", "--provider", "cuda", photos.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.documents().getFirst().get("indexed").asInt()).isEqualTo(2);
        assertThat(outcome.err().lines().filter(line -> line.contains("encoded on"))).containsExactly(
                "Photos are encoded on the CPU. CUDA: this build of Semblance does not have it."
                        + " For an NVIDIA card, build with -Pcuda.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"index", "similar", "tag"})
    void everyCommandThatEncodesPhotosTells(String command) throws IOException {
        program.run("index", photos.toString());
        Path more = DrawnPhotos.fill(directory.resolve("more"), 5);

        Outcome outcome = program.run(command, "--provider", "DirectML",
                (command.equals("index") ? more : more.resolve("photo4.jpg")).toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err().lines()).containsOnlyOnce(ON_THE_CPU);
    }

    @Test
    void theEnvironmentAsksToo() {
        assertThat(run(Map.of("SEMBLANCE_PROVIDER", "directml"), "index", photos.toString()).err())
                .contains(ON_THE_CPU);
    }

    @Test
    void theSettingsAskToo() throws IOException {
        settings("directml");

        assertThat(program.run("index", photos.toString()).err()).contains(ON_THE_CPU);
    }

    @Test
    void theEnvironmentCountsMoreThanTheSettings() throws IOException {
        settings("directml");

        assertThat(run(Map.of("SEMBLANCE_PROVIDER", "cpu"), "index", photos.toString()).err())
                .doesNotContain("encoded on");
    }

    @Test
    void theOptionCountsMoreThanTheEnvironment() {
        assertThat(run(Map.of("SEMBLANCE_PROVIDER", "directml"), "index", "--provider", "cpu", photos.toString()).err())
                .doesNotContain("encoded on");
    }

    @Test
    void anUnknownNameInTheSettingsIsNone() throws IOException {
        assumeNoCuda();
        settings("abacus");

        Outcome outcome = program.run("index", photos.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.err()).doesNotContain("encoded on");
    }

    @Test
    void anUnknownNameIsWrongUsage() {
        Outcome outcome = program.run("index", "--provider", "abacus", photos.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err())
                .contains("There is no execution provider \"abacus\". Choose one of auto, cuda, coreml,"
                        + " directml, openvino, tensorrt, cpu.");
    }

    @Test
    void anUnknownNameInTheEnvironmentIsAFailure() {
        Outcome outcome = run(Map.of("SEMBLANCE_PROVIDER", "abacus"), "index", photos.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("semblance: There is no execution provider \"abacus\".");
    }

    @Test
    void theDoctorSaysWhichProviderRunsWhatAndWhyNotTheOther() {
        assumeNoCuda();

        Outcome outcome = program.run("doctor", "--json");

        assertThat(check(outcome, "provider").get("ok").asBoolean()).isTrue();
        assertThat(check(outcome, "provider").get("detail").asText())
                .matches("CPU encodes photos\\. Image tower of semblance-starter-1-[-a-z0-9]+: CPU (\\d+) of \\1 nodes"
                        + " \\(100 %\\)\\. Half precision \\(fp16\\) gains nothing on it\\.");
        assertThat(check(outcome, "cuda").get("detail").asText()).isEqualTo("not used: this build of Semblance does not"
                + " have it. For an NVIDIA card, build with -Pcuda.");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void theDoctorFindsAProviderWrongThatWasAskedForAndDoesNotRun() {
        Outcome outcome = program.run("doctor", "--json", "--provider", "directml");

        assertThat(check(outcome, "provider").get("ok").asBoolean()).isTrue();
        assertThat(check(outcome, "directml").get("ok").asBoolean()).isFalse();
        assertThat(outcome.status()).isEqualTo(1);
    }

    private static void assumeNoCuda() {
        assumeThat(new OnnxProviderTrial().tryOut(ExecutionProvider.CUDA).filter(refusal -> !refusal.builtIn())
                .map(Refusal::why)).as("a build without CUDA").isPresent();
    }

    private static JsonNode check(Outcome outcome, String name) {
        return outcome.documents().stream().filter(check -> check.get("check").asText().equals(name)).findFirst()
                .orElseThrow();
    }

    private void settings(String provider) throws IOException {
        Path config = Files.createDirectories(Path.of(program.environment().get("SEMBLANCE_CONFIG")));
        Files.writeString(config.resolve("settings.json"), "{\"provider\": \"" + provider + "\"}");
    }

    private Outcome run(Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.putAll(variables);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new CommandLineProgram(Wiring::new, environment, out, err)
                .run(arguments);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
