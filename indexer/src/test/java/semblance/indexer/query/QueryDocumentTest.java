package semblance.indexer.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What docs/queries.md shows is what happens.
class QueryDocumentTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern MISTAKE = Pattern.compile("(?m)^\\| `([^`]+)` \\| (.+?)(?: … .*)? \\|$");

    /// Tests run in the module's folder under Maven, in the checkout's under some editors.
    private static String document() throws IOException {
        return Files.readString(Stream.of("../docs/queries.md", "docs/queries.md").map(Path::of)
                .filter(Files::isRegularFile).findFirst().orElseThrow());
    }

    private static String between(String from, String to) throws IOException {
        String document = document();
        return document.substring(document.indexOf(from), document.indexOf(to));
    }

    @Test
    void whatItSaysToWriteIsUnderstood() throws IOException {
        List<String> examples = Stream
                .concat(firstColumns(between("## What photos show", "## Filters")),
                        firstColumns(between("## Filters", "## Grammar")))
                .toList();

        assertThat(examples).hasSizeGreaterThan(20).allSatisfy(
                example -> assertThat(QueryParser.parse(example).isEmpty()).as(example).isFalse());
    }

    /// The code in the first column of all tables.
    private static Stream<String> firstColumns(String part) {
        return part.lines().filter(line -> line.startsWith("| `")).map(line -> line.replaceFirst("(?<!\\\\)\\|", ""))
                .map(line -> line.replaceFirst("(?<!\\\\)\\|.*", ""))
                .flatMap(column -> CODE.matcher(column).results().map(code -> code.group(1).replace("\\|", "|")));
    }

    @Test
    void itsMistakesAreToldSo() throws IOException {
        List<MatchResult> mistakes = MISTAKE.matcher(between("## Mistakes", "## On the command line")).results()
                .toList();

        assertThat(mistakes).hasSizeGreaterThan(5).allSatisfy(
                mistake -> assertThatThrownBy(() -> QueryParser.parse(mistake.group(1)))
                        .hasMessageStartingWith(mistake.group(2)));
    }

    @Test
    void itNamesEveryKeyTypeAndState() throws IOException {
        String document = document();

        assertThat(Stream.of(Key.values()).map(key -> "`" + key.word() + ":")).allMatch(document::contains);
        assertThat(document).contains(PhotoType.words(), Orientation.words());
        assertThat(Stream.of(PhotoState.values()).map(PhotoState::word)).allMatch(document::contains);
    }
}
