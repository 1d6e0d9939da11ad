package semblance.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;

import semblance.app.Directories;
import semblance.app.Start;
import semblance.app.instance.StartRequest;
import semblance.app.settings.OnClose;
import semblance.app.settings.Settings;
import semblance.app.settings.SettingsFile;

/// Does a little of everything in a library made for it, so that Java can note which classes the program uses and lay them
/// out for later starts (JEP 483). Run where the program is built or packaged.
@Command(name = "rehearse", hidden = true, description = "Does a little of everything, for Java to lay out the classes.")
final class RehearseCommand implements Callable<Integer> {
    private static final List<String> PICTURES = List.of("rehearsal.jpg", "/semblance/app/window/icon-64.png",
            "/semblance/app/window/icon-256.png");
    private static final Duration WINDOW = Duration.ofSeconds(4);

    private final Session session;

    RehearseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (ScratchDirectory scratch = ScratchDirectory.make("semblance-rehearsal")) {
            Path photos = Files.createDirectory(scratch.path().resolve("photos"));
            copyPictures(photos);
            return Math.max(commands(scratch.path(), photos), window(scratch.path(), photos));
        }
    }

    private int commands(Path scratch, Path photos) {
        String picture = photos.resolve("rehearsal.jpg").toString();
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
        return new CommandLineProgram(session.wiring(), session.environment(), nowhere, nowhere).run(arguments);
    }

    private int window(Path scratch, Path photos) throws IOException {
        Path config = Files.createDirectory(scratch.resolve("config"));
        new SettingsFile(config.resolve("settings.json")).save(Settings.DEFAULT.withOnClose(OnClose.STOP));
        Directories directories = Directories.of(scratch, scratch, config, session.environment());
        session.wiring().apply(new Start(directories, Optional.empty())).window()
                .rehearse(new StartRequest(List.of(photos), "a house"), WINDOW);
        return 0;
    }

    /// The icons of the window and a drawn landscape.
    private static void copyPictures(Path photos) throws IOException {
        for (String picture : PICTURES) {
            try (InputStream in = Objects.requireNonNull(RehearseCommand.class.getResourceAsStream(picture), picture)) {
                Files.copy(in, photos.resolve(Path.of(picture).getFileName().toString()));
            }
        }
    }
}
