package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import semblance.app.Wiring;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.query.QueryException;

/// Searches by a picture.
@Command(name = "similar", description = "Lists the photos most like a picture, or like several together.", mixinStandardHelpOptions = true)
final class SimilarCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Mixin
    final SearchOptionsMixin search = new SearchOptionsMixin();

    @Option(names = "--moment", description = {
        "Lists the photos taken on the same occasion as IMAGE instead, a photo of the",
        "library, in the order of time."})
    boolean moment;

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "A picture, in the library or not.")
    List<Path> images = List.of();

    @Spec
    @Nullable
    CommandSpec spec;

    SimilarCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        for (Path image : images) {
            if (Files.isDirectory(image)) {
                throw new CommandFailure(image + " is a folder, not a picture. Name a file in it.");
            }
        }
        if (moment) {
            return listMoment();
        }
        Wiring wiring = session.wire(directories, provider);
        try (PhotoLibrary library = wiring.openReadOnlyForPictures()) {
            new HitPrinter(session, search).print(library.search().similarTo(images, search.options()));
            session.tellOf(wiring);
            return 0;
        } catch (QueryException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private int listMoment() {
        if (images.size() > 1 && spec != null) {
            throw new ParameterException(spec.commandLine(), "--moment is asked about one IMAGE");
        }
        try (PhotoLibrary library = session.wire(directories).openReadOnly()) {
            new OccasionPrinter(session, search, library.photos()).print(images.getFirst());
            return 0;
        }
    }
}
