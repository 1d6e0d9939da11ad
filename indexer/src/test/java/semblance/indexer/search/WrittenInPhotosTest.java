package semblance.indexer.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.PhotoLibrary;
import semblance.indexer.query.QueryParser;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Labelled;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;

/// Titles, descriptions and keywords in photos and their sidecars are found.
class WrittenInPhotosTest {
    private TestLibrary library;

    @BeforeEach
    void fill(@TempDir Path temporary) throws IOException {
        library = new TestLibrary(temporary);
        library.write("one.jpg", Labelled.jpegXmp(DrawnPhoto.jpeg(1), Labelled.xmp(
                """
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Matterhorn at dawn</rdf:li></rdf:Alt></dc:title>
                <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Seen from the hut</rdf:li></rdf:Alt></dc:description>
                <dc:subject><rdf:Bag><rdf:li>Zermatt</rdf:li></rdf:Bag></dc:subject>""")));
        library.write("two.jpg", DrawnPhoto.jpeg(2));
        library.index();
    }

    private List<String> found(String query) throws IOException {
        try (PhotoLibrary open = PhotoLibrary.openReadOnly(library.location, library.encoder)) {
            return open.search().find(QueryParser.parse(query), new SearchOptions(10, Strictness.NORMAL)).hits()
                    .stream()
                    .flatMap(hit -> hit.written().stream().map(text -> hit.path().getFileName() + ": " + text.words()))
                    .toList();
        }
    }

    @Test
    void whatIsWrittenInAPhotoIsFound() throws IOException {
        assertThat(found("matterhorn")).containsExactly("one.jpg: title “Matterhorn at dawn”");
        assertThat(found("hut")).containsExactly("one.jpg: description “Seen from the hut”");
        assertThat(found("zermatt")).containsExactly("one.jpg: keyword “Zermatt”");
    }

    @Test
    void aSidecarTakesItsPlaceAndGivesItBack() throws IOException {
        Path sidecar = library.write("one.xmp",
                Labelled.xmp("""
                             <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Cervino</rdf:li></rdf:Alt></dc:title>""")
                        .getBytes(StandardCharsets.UTF_8));
        library.again();
        assertThat(found("cervino")).containsExactly("one.jpg: title “Cervino”");
        assertThat(found("matterhorn")).isEmpty();
        assertThat(found("zermatt")).as("what it does not say").containsExactly("one.jpg: keyword “Zermatt”");

        Files.delete(sidecar);
        library.again();
        assertThat(found("cervino")).isEmpty();
        assertThat(found("matterhorn")).containsExactly("one.jpg: title “Matterhorn at dawn”");
    }
}
