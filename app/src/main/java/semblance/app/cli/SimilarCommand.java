package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import semblance.app.Wiring;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.decode.DecodeException;

/// Searches by a picture.
@Command(name = "similar", description = "Lists the photos most like this picture.", mixinStandardHelpOptions = true)
final class SimilarCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Mixin
    final SearchOptionsMixin search = new SearchOptionsMixin();

    @Parameters(paramLabel = "IMAGE", description = "A picture, in the library or not.")
    Path image = Path.of("");

    SimilarCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(image)) {
            throw new CommandFailure(image + " is a folder, not a picture. Name a file in it.");
        }
        Wiring wiring = session.wire(directories, provider);
        try (PhotoLibrary library = wiring.openReadOnlyForPictures()) {
            new HitPrinter(session, search).print(library.search().similarTo(image, search.options()));
            session.tellOf(wiring);
            return 0;
        } catch (DecodeException e) {
            throw new CommandFailure(image + " cannot be used: " + e.getMessage(), e);
        }
    }
}
