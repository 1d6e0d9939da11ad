package semblance.app.cli;

import java.io.IOException;
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
import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.QueryException;

/// Searches by a description.
@Command(name = "search", description = {"Lists the photos that show what the query says, best first.",
    "In a query, -people is what photos should not show, snow^2 counts twice, like:\"dog.jpg\" is a picture, and filters"
            + " narrow the search: folder:Rome, tag:family|friends, -tag:work, name:IMG_2*, type:jpeg, is:untagged,"
            + " orientation:portrait, after:2021, before:2w, date:2019..2020. One with quotes in it"
            + " goes in single ones: 'snow \"red house\"'. docs/queries.md has it all."}, mixinStandardHelpOptions = true, footerHeading = "%n", footer = {
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
    public Integer call() throws IOException {
        if (spec != null && query.isBlank()) {
            throw new ParameterException(spec.commandLine(), "The query is empty: describe what the photo shows");
        }
        PhotoQuery asked = QueryArgument.parse(query, spec);
        Wiring wiring = session.wire(directories);
        try (PhotoLibrary library = wiring.openReadOnlyForPictures()) {
            wiring.languageHints().of(asked.described(), library.models().answering()).map(ModelText::hint)
                    .ifPresent(session::tell);
            new HitPrinter(session, search).print(library.search().find(asked, search.options()));
            return 0;
        } catch (QueryException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }
}
