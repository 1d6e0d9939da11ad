package semblance.app.cli;

import picocli.CommandLine.Option;

import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.Strictness;

/// Options of the commands that list photos.
final class SearchOptionsMixin {
    @Option(names = "--top", paramLabel = "N", defaultValue = "20", description = "Lists at most N photos (${DEFAULT-VALUE}).")
    int top;

    @Option(names = "--strictness", paramLabel = "LEVEL", defaultValue = "normal", description = "How clearly a photo has to show it: loose, normal or strict.")
    Strictness strictness = Strictness.NORMAL;

    @Option(names = "--json", description = "Prints one JSON document a photo, weaker matches too.")
    boolean json;

    @Option(names = {"-0",
        "--null"}, description = "Prints paths alone, each ended by a zero byte, for xargs -0.")
    boolean zero;

    SearchOptions options() {
        return new SearchOptions(top, strictness);
    }
}
