package semblance.app.cli;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import picocli.CommandLine.Command;

import semblance.app.Directories;
import semblance.app.instance.StartRequest;
import semblance.app.settings.OnClose;
import semblance.app.settings.Settings;
import semblance.app.settings.SettingsFile;

/// Does a little of everything in a library made for it, so that Java can note which classes the program uses and lay them
/// out for later starts (JEP 483). Run where the program is built or packaged.
@Command(name = "rehearse", hidden = true, description = "Does a little of everything, for Java to lay out the classes.")
final class RehearseCommand implements Callable<Integer> {
    private static final int PICTURES = 12;
    private static final Duration WINDOW = Duration.ofSeconds(4);

    private final Session session;

    RehearseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (ScratchDirectory scratch = ScratchDirectory.make("semblance-rehearsal")) {
            Path photos = Files.createDirectory(scratch.path().resolve("photos"));
            for (int i = 0; i < PICTURES; i++) {
                draw(i, photos.resolve("picture" + i + (i % 2 == 0 ? ".jpg" : ".png")));
            }
            return Math.max(commands(scratch.path(), photos), window(scratch.path(), photos));
        }
    }

    private int commands(Path scratch, Path photos) {
        String picture = photos.resolve("picture0.jpg").toString();
        return List.of(List.of("index", photos.toString()), List.of("search", "a dog running on the beach"),
                List.of("search", "--json", "a house"), List.of("similar", picture), List.of("tag", picture),
                List.of("status"), List.of("failures")).stream()
                .mapToInt(command -> command(scratch, command)).max().orElseThrow();
    }

    private int command(Path scratch, List<String> words) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        String[] arguments = Stream
                .concat(words.stream(), Stream.of("--data", scratch.toString(), "--cache", scratch.toString()))
                .toArray(String[]::new);
        return new CommandLineProgram(session.wiring(), session.environment(), nowhere, nowhere, () -> true)
                .run(arguments);
    }

    private int window(Path scratch, Path photos) throws IOException {
        Path config = Files.createDirectory(scratch.resolve("config"));
        new SettingsFile(config.resolve("settings.json")).save(Settings.DEFAULT.withOnClose(OnClose.STOP));
        Directories directories = Directories.of(scratch, scratch, config, session.environment());
        session.wiring().apply(directories).window().rehearse(new StartRequest(List.of(photos), "a house"), WINDOW);
        return 0;
    }

    private static void draw(int number, Path file) throws IOException {
        BufferedImage picture = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.getHSBColor(number / (float) PICTURES, 0.6f, 0.9f), 900, 900,
                Color.WHITE));
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.dispose();
        ImageIO.write(picture, file.toString().endsWith(".png") ? "png" : "jpg", file.toFile());
    }
}
