package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import semblance.app.Wiring;
import semblance.indexer.Tagging;
import semblance.indexer.tag.LabelsException;

/// Tags pictures.
@Command(name = "tag", description = "Says what pictures show, in tags with their certainty.", mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
    "The pictures need not be in the library, and nothing is stored. Of tags with a",
    "certainty of 0.6, about six in ten are right; below 0.4 none is given.", "",
    "A file of labels has one a line; after a tab, if needed, a text that says what is",
    "meant, such as boxer (dog). Lines that begin with # are comments."})
final class TagCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final ProviderOption provider = new ProviderOption();

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Pictures, and folders of pictures.")
    List<Path> filesAndFolders = List.of();

    @Option(names = "--labels", paramLabel = "FILE", description = "Takes the labels from this file instead of the everyday ones.")
    @Nullable
    Path labels;

    @Option(names = "--top", paramLabel = "N", defaultValue = "5", converter = SearchOptionsMixin.Count.class, description = "Gives at most so many tags a picture (${DEFAULT-VALUE}).")
    int top;

    @Option(names = "--json", description = "Prints one JSON document a picture.")
    boolean json;

    TagCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        session.stop().heed(() -> {
            // Asked between files; what is done by then is printed.
        });
        Wiring wiring = session.wire(directories, provider);
        try (Tagging tagging = wiring.tagging(Optional.ofNullable(labels))) {
            TagPrinter printer = new TagPrinter(session, json);
            tagging.tag(filesAndFolders, top, printer::print, this::enough);
            session.tellOf(wiring);
            if (session.stop().given()) {
                throw new CommandFailure("Stopped.");
            }
            return printer.allTagged() ? 0 : 1;
        } catch (LabelsException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /// Who reads the results may have gone (`head`), which shows when they are written.
    private boolean enough() {
        return session.stop().given() || session.out().checkError();
    }
}
