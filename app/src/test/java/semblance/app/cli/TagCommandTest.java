package semblance.app.cli;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.Wiring;

import static org.assertj.core.api.Assertions.assertThat;

/// The command `tag`, from its arguments to what it prints.
class TagCommandTest {
    /// All tests share one cache: the labels are embedded once.
    @TempDir
    static Path cache;

    @TempDir
    Path directory;

    private Path photos = Path.of("");
    private Path sunset = Path.of("");

    /// What a command left behind.
    private record Outcome(int status, String out, String err) {
    }

    @BeforeEach
    void drawSunset() throws IOException {
        photos = Files.createDirectories(directory.toRealPath().resolve("photos é"));
        sunset = photos.resolve("sunset.png");
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(80, 30, 60), 0, 150, new Color(255, 140, 30)));
        graphics.fillRect(0, 0, 320, 150);
        graphics.setColor(new Color(255, 230, 120));
        graphics.fillOval(140, 110, 50, 50);
        graphics.setColor(new Color(20, 10, 20));
        graphics.fillRect(0, 150, 320, 90);
        graphics.dispose();
        ImageIO.write(image, "png", sunset.toFile());
    }

    @Test
    void aPictureIsALineOfItsPathATabAndItsTags() {
        Outcome outcome = tag(sunset.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out().lines()).singleElement().asString()
                .startsWith(sunset + "\tsunset 0.").matches("[^\t]*\t(\\D+ [01]\\.\\d\\d(, |$))+");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void noLibraryIsMadeForIt() {
        tag(sunset.toString());

        assertThat(directory.resolve("data/catalog.db")).doesNotExist();
    }

    @Test
    void jsonIsADocumentAPicture() throws IOException {
        Files.copy(sunset, photos.resolve("again.png"));

        Outcome outcome = tag("--json", photos.toString());

        List<String> lines = outcome.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode document = new ObjectMapper().readTree(lines.getLast());
        assertThat(document.fieldNames()).toIterable().containsExactly("path", "tags");
        assertThat(document.get("path").asText()).isEqualTo(sunset.toString());
        assertThat(document.get("tags").get(0).fieldNames()).toIterable().containsExactly("tag", "certainty");
        assertThat(document.get("tags").get(0).get("tag").asText()).isEqualTo("sunset");
        assertThat(document.get("tags").get(0).get("certainty").asDouble()).isBetween(0.4, 1.0);
    }

    @Test
    void aFileThatCannotBeTaggedIsReportedAndTheOthersGoOn() throws IOException {
        Path text = Files.writeString(photos.resolve("notes.txt"), "no picture");
        Path missing = photos.resolve("missing.jpg");

        Outcome outcome = tag(missing.toString(), text.toString(), photos.toString());

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out().lines()).singleElement().asString().startsWith(sunset + "\t");
        assertThat(outcome.err().lines()).containsExactly(
                missing + ": There is no such file. Check the name, or plug in its drive.",
                text + ": The file is not a picture.");
    }

    @Test
    void labelsOfTheUsersOwnTakeThePlaceOfTheEverydayOnes() throws IOException {
        Path labels = Files.writeString(directory.resolve("labels.txt"), "evening glow\tsunset\nbicycle\n");

        Outcome outcome = tag("--labels", labels.toString(), sunset.toString());

        assertThat(outcome.out()).matches("(?s)[^\t]*\tevening glow 0\\.\\d\\d\\R");
    }

    @Test
    void wrongUsageIsToldApartFromFailure() throws IOException {
        Path labels = Files.writeString(directory.resolve("labels.txt"), "dog\ndog\n");

        assertThat(tag().status()).isEqualTo(2);
        assertThat(tag("--top", "0", sunset.toString()).status()).isEqualTo(2);
        Outcome outcome = tag("--labels", labels.toString(), sunset.toString());
        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err())
                .contains("Line 2 of " + labels + " repeats the label \"dog\". Remove one of the two.");
        assertThat(tag("--labels", directory.resolve("none").toString(), sunset.toString()).status()).isEqualTo(1);
    }

    private Outcome tag(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] all = Stream.concat(Stream.of("tag", "--data", directory.resolve("data").toString(), "--cache",
                cache.toString()), Stream.of(arguments)).toArray(String[]::new);
        int status = new CommandLineProgram(Wiring::new, Map.of(), out, err).run(all);
        return new Outcome(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
