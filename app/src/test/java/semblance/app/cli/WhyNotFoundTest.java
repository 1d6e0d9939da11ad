package semblance.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.app.testing.DrawnPhotos;
import semblance.app.testing.DrawnVideo;
import semblance.app.testing.Outcome;
import semblance.app.testing.Program;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.StageObserver;

import static org.assertj.core.api.Assertions.assertThat;

/// `status PATH`.
class WhyNotFoundTest {
    private static final int PHOTOS = 35;

    @TempDir
    Path directory;

    private Program program;
    private Path photos;

    @BeforeEach
    void indexSome() throws IOException {
        photos = DrawnPhotos.fill(directory.resolve("photos"), PHOTOS).toRealPath();
        Files.write(photos.resolve("damaged.jpg"), DrawnPhotos.truncatedJpeg());
        Files.writeString(photos.resolve("notes.txt"), "no picture");
        Files.createDirectory(photos.resolve("private"));
        Files.createFile(photos.resolve("private/.nomedia"));
        Files.copy(photos.resolve("photo1.jpg"), photos.resolve("private/hidden.jpg"));
        program = new Program(directory.resolve("data"));
        program.run("index", photos.toString());
    }

    @Test
    void whatAPhotoSaysAboutItselfIsToldToo() throws IOException {
        Path sidecar = photos.resolve("photo1.jpg.xmp");
        Files.writeString(sidecar, """
                                   <x:xmpmeta xmlns:x="adobe:ns:meta/">
                                   <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
                                    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:exif="http://ns.adobe.com/exif/1.0/"
                                    xmp:Rating="4" exif:DateTimeOriginal="2019-02-03T10:11:12+01:00"/></rdf:RDF>
                                   </x:xmpmeta>""");
        program.run("index", photos.toString());

        assertThat(said("photo1.jpg")).contains("  Taken: ", "2019", ", by its XMP file\n", "  Rating: ★★★★☆\n",
                "  Picture: ");
        JsonNode metadata = program.run("status", "--json", photos.resolve("photo1.jpg").toString()).documents()
                .getFirst().get("metadata");
        assertThat(metadata.get("taken").asText()).isEqualTo("2019-02-03T10:11:12+01:00");
        assertThat(metadata.get("taken_source").asText()).isEqualTo("sidecar");
        assertThat(metadata.get("rating").asInt()).isEqualTo(4);
        assertThat(metadata.get("f_number").isNull()).isTrue();
        assertThat(metadata.get("keywords").isArray()).isTrue();
        assertThat(program.run("search", "--json", "rating:4 date:2019").documents()).hasSize(1);
    }

    private String said(String path) {
        Outcome outcome = program.run("status", photos.resolve(path).toString());
        assertThat(outcome.status()).isZero();
        return outcome.out();
    }

    @Test
    void eachFileIsToldWhatBecameOfIt() throws IOException {
        assertThat(said("photo1.jpg")).startsWith(photos.resolve("photo1.jpg") + " is indexed.\n");
        assertThat(said("damaged.jpg")).startsWith(photos.resolve("damaged.jpg")
                + " could not be indexed (damaged, 1 attempt): The file is damaged");
        assertThat(said("notes.txt")).isEqualTo(photos.resolve("notes.txt") + " is not a picture.\n");
        assertThat(said("private/hidden.jpg")).isEqualTo(photos.resolve("private/hidden.jpg") + " is not indexed: "
                + photos.resolve("private") + " holds a file .nomedia, which keeps pictures out.\n");
        Files.copy(photos.resolve("photo1.jpg"), photos.resolve("new.jpg"));
        assertThat(said("new.jpg")).isEqualTo(
                photos.resolve("new.jpg") + " has not been seen yet. Look for what is new: semblance index\n");
        assertThat(said("nowhere.jpg")).contains("is not there, and the library does not know it");
        assertThat(said("../elsewhere.jpg")).isEqualTo(directory.toRealPath().resolve("elsewhere.jpg")
                + " is in no folder of the library. It is not there either: check the name.\n");
        assertThat(said("")).isEqualTo(photos + ": 36 photos: 35 indexed, 1 failed (semblance failures tells why);"
                + " 1 other file skipped.\n");
        assertThat(said("..")).startsWith(directory.toRealPath() + ": 36 photos: 35 indexed");
    }

    @Test
    void allFilesOfAPhotoAreListed() throws IOException {
        byte[] picture = Files.readAllBytes(photos.resolve("photo3.jpg"));
        Path moving = DrawnVideo.write(photos.resolve("photo3.mov"), 240, 180, Collections.nCopies(3, picture));
        program.run("index", photos.toString());

        String still = photos.resolve("photo3.jpg").toString();
        assertThat(said("photo3.jpg"))
                .contains("  It is one photo with " + moving + ". Shown is this one.\n");
        assertThat(said("photo3.mov")).contains("  It is one photo with " + still + ". Shown is " + still + ".\n");
        for (String path : List.of(still, moving.toString())) {
            JsonNode files = program.run("status", "--json", path).document().get("files");
            assertThat(files).extracting(JsonNode::asText).as(path).containsExactly(still, moving.toString());
        }
        assertThat(program.run("status", "--json", photos.resolve("photo4.jpg").toString()).document().get("files"))
                .hasSize(1);
    }

    @Test
    void aPhotoOfADriveThatIsAwayIsIndexedNevertheless() throws IOException {
        Files.move(photos, directory.resolve("away"));
        program.run("index");

        assertThat(said("photo1.jpg")).startsWith(photos.resolve("photo1.jpg")
                + " is indexed. It is not there at this moment.\n  Its folder " + photos
                + " cannot be reached at present.\n  Taken: ");
    }

    @Test
    void aQueryTellsRankScoreAndCutAsTheSearchDoes() {
        JsonNode hit = program.run("search", "--json", "--top", "50", "a red disc").documents().get(20);
        Path path = Path.of(hit.get("path").asText());

        JsonNode place = program.run("status", "--json", "--query", "a red disc", path.toString()).document()
                .get("place");

        assertThat(place.get("rank").asLong()).isEqualTo(21);
        assertThat(place.get("of").asLong()).isEqualTo(PHOTOS);
        assertThat(place.get("score").asDouble()).isEqualTo(hit.get("score").asDouble());
        assertThat(place.get("relevant").asBoolean()).isEqualTo(hit.get("relevant").asBoolean());
        assertThat(place.get("cut").asDouble()).isGreaterThan(place.get("score").asDouble());
        assertThat(program.run("status", "--query", "a red disc", path.toString()).out())
                .contains("For \"a red disc\" it is number 21 of 35, with a score of ").contains(": below the cut at ");
    }

    @Test
    void confirmedTagsComeFirstAndAreListed() {
        Path photo = photos.resolve("photo7.jpg");
        try (PhotoLibrary open = program.wiring().open(StageObserver.NONE)) {
            long id = open.search().photoAt(photo).orElseThrow();
            assertThat(open.tags().confirm(id, "granny")).isTrue();
        }

        JsonNode standing = program.run("status", "--json", "--query", "granny", photo.toString()).document();

        assertThat(standing.get("state").asText()).isEqualTo("indexed");
        assertThat(standing.get("tags").get(0).get("tag").asText()).isEqualTo("granny");
        assertThat(standing.get("tags").get(0).get("state").asText()).isEqualTo("confirmed");
        assertThat(standing.get("place").get("rank").asLong()).isEqualTo(1);
        assertThat(standing.get("place").get("relevant").asBoolean()).isTrue();
        JsonNode other = program.run("status", "--json", "--query", "granny", photos.resolve("photo8.jpg").toString())
                .document();
        JsonNode hits = program.run("search", "--json", "--top", "50", "granny").documents().stream()
                .filter(hit -> hit.get("path").asText().endsWith("/photo8.jpg")).findFirst().orElseThrow();
        assertThat(other.get("place").get("rank").asLong()).isEqualTo(hits.get("rank").asLong());
    }

    @Test
    void whatFiltersLeaveOutIsToldFromWhatIsNotFound() {
        String photo = photos.resolve("photo8.jpg").toString();

        JsonNode place = program.run("status", "--json", "--query", "a disc -name:photo8", photo).document()
                .get("place");
        Outcome mistake = program.run("status", "--query", "rating:9", photo);

        assertThat(place.get("rank").isNull()).isTrue();
        assertThat(place.get("relevant").asBoolean()).isFalse();
        assertThat(program.run("status", "--query", "a disc -name:photo8", photo).out())
                .contains("it is not shown: the filters of the query leave it out.");
        assertThat(program.run("status", "--query", "name:photo8", photo).out())
                .contains("it is number 1 of 35: the filters let it through, and the latest come first.");
        assertThat(mistake.status()).isEqualTo(2);
        assertThat(mistake.err()).startsWith("semblance: Column 8: rating: wants");
    }

    @Test
    void aQueryWithoutAPathIsWrongUsage() {
        assertThat(program.run("status", "--query", "a dog").status()).isEqualTo(2);
    }
}
