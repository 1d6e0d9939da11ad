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

import semblance.indexer.Tagging;

/// Tags pictures.
@Command(name = "tag", description = "Says what pictures show, in tags with a certainty from 0 to 1.", mixinStandardHelpOptions = true, footer = {
    "", "The pictures need not be in the library, and nothing is stored. A certainty of",
    "0.6 means that about six in ten such tags are right; below 0.4 none is given.", "",
    "A file of labels has one a line; after a tab, if it needs one, a longer text that",
    "says what is meant, such as \"boxer (dog)\". Lines that begin with # are comments."})
final class TagCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Parameters(paramLabel = "FILE|FOLDER", arity = "1..*", description = "Pictures, and folders of pictures.")
    List<Path> filesAndFolders = List.of();

    @Option(names = "--labels", paramLabel = "FILE", description = "Takes the labels from this file instead of the everyday ones.")
    @Nullable
    Path labels;

    @Option(names = "--top", paramLabel = "N", defaultValue = "5", description = "Gives at most so many tags a picture (${DEFAULT-VALUE}).")
    int top;

    @Option(names = "--json", description = "Prints one JSON document a picture.")
    boolean json;

    TagCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (top < 1) {
            throw new IllegalArgumentException("At least one tag has to be asked for, not " + top + ".");
        }
        try (Tagging tagging = session.wire(directories).tagging(Optional.ofNullable(labels))) {
            TagPrinter printer = new TagPrinter(session, json);
            tagging.tag(filesAndFolders, top, printer::print, () -> false);
            return printer.allTagged() ? 0 : 1;
        }
    }
}
