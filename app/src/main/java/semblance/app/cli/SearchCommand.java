package semblance.app.cli;

import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import semblance.app.Wiring;
import semblance.indexer.PhotoLibrary;

/// Searches by a description.
@Command(name = "search", description = "Lists the photos that show what the query says, best first.", mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
    "A query is one argument: put it in quotes. One that begins with a minus goes",
    "after --, for example: semblance search --top 5 -- \"-people beach\""})
final class SearchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final SearchOptionsMixin search = new SearchOptionsMixin();

    @Parameters(paramLabel = "QUERY", arity = "1", description = "What the photos show, for example \"a dog running on the beach\".")
    String query = "";

    @Spec
    @Nullable
    CommandSpec spec;

    SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (spec != null && query.isBlank()) {
            throw new ParameterException(spec.commandLine(), "The query is empty: describe what the photo shows");
        }
        Wiring wiring = session.wire(directories);
        try (PhotoLibrary library = wiring.openReadOnly()) {
            wiring.languageHints().of(query, library.models().answering()).map(ModelText::hint)
                    .ifPresent(session::tell);
            new HitPrinter(session, search).print(library.search().byText(query, search.options()));
            return 0;
        }
    }
}
