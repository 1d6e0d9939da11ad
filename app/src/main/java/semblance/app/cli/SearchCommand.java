package semblance.app.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import semblance.indexer.PhotoLibrary;

/// Searches by a description.
@Command(name = "search", description = "Lists the photos that show what the query says, best first.", mixinStandardHelpOptions = true, footer = {
    "", "Put the query in quotes, so that it is one argument. One that begins with a minus", "goes after --."})
final class SearchCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    final DirectoryOptions directories = new DirectoryOptions();

    @Mixin
    final SearchOptionsMixin search = new SearchOptionsMixin();

    @Parameters(paramLabel = "QUERY", description = "What the photos show, for example \"a dog running on the beach\".")
    String query = "";

    SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (PhotoLibrary library = session.wire(directories).openReadOnly()) {
            new HitPrinter(session, search).print(library.search().byText(query, search.options()));
            return 0;
        }
    }
}
