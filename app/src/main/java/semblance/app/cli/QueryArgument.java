package semblance.app.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

import semblance.indexer.query.PhotoQuery;
import semblance.indexer.query.QueryException;
import semblance.indexer.query.QueryParser;

/// A query on the command line.
final class QueryArgument {
    /// Points at a place in the line above.
    static final String MARK = "^";

    private QueryArgument() {
    }

    /// Reads it.
    ///
    /// @param spec of the command
    /// @throws ParameterException if it cannot be understood; the message shows the place
    static PhotoQuery parse(String text, @Nullable CommandSpec spec) {
        try {
            return QueryParser.parse(text);
        } catch (QueryException e) {
            if (spec == null) {
                throw e;
            }
            String line = text.replaceAll("\\p{Cntrl}", "?");
            // Characters count, not cells: beside wide ones the mark stands somewhat to the left.
            throw new ParameterException(spec.commandLine(), e.getMessage()
                    + System.lineSeparator() + "  " + line
                    + System.lineSeparator() + " ".repeat(1 + e.column()) + MARK, e);
        }
    }
}
