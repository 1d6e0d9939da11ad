package semblance.indexer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.ListedPhoto;
import semblance.indexer.catalog.PhotoDetails;
import semblance.indexer.metadata.TimeSource;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.query.QueryParser;
import semblance.indexer.search.SearchOptions;
import semblance.indexer.search.SearchResult;
import semblance.indexer.search.Strictness;
import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.Labelled;
import semblance.indexer.testing.TestLibrary;
import semblance.indexer.testing.WrittenExif;

import static org.assertj.core.api.Assertions.assertThat;

/// What photos and sidecars say about themselves, from the disk to the answers.
class MetadataLibraryTest {
    private static final SearchOptions ALL = new SearchOptions(100, Strictness.LOOSE);

    @TempDir
    Path temporary;

    private TestLibrary library;

    @BeforeEach
    void make() {
        library = new TestLibrary(temporary);
    }

    private void photo(String name, int number, WrittenExif exif) throws IOException {
        library.write(name, Labelled.jpeg(DrawnPhoto.jpeg(number), exif));
    }

    private Path sidecar(String name, String properties) throws IOException {
        return library.write(name, Labelled.xmp(properties).getBytes(StandardCharsets.UTF_8));
    }

    private PhotoDetails details(String name) {
        long id = Objects.requireNonNull(library.ids().get(name), name);
        try (Catalog catalog = Catalog.openForReading(library.location.catalog())) {
            return catalog.read(session -> session.metadata().ofPhoto(id)).orElseThrow();
        }
    }

    private SearchResult find(String query) throws IOException {
        try (PhotoLibrary open = library.open()) {
            return open.search().find(QueryParser.parse(query), ALL);
        }
    }

    private List<String> names(String query) throws IOException {
        return find(query).hits().stream().map(hit -> String.valueOf(hit.path().getFileName())).toList();
    }

    @Test
    void photosAreFoundByWhatTheySayAboutThemselves() throws IOException {
        photo("a.jpg", 1, new WrittenExif().text(0x010f, "Apple").text(0x0110, "iPhone 12")
                .taken("2019:12:31 23:59:59").number(0x4746, 5).place(48.208174, 16.373819)
                .cameraText(0xa434, "iPhone 12 back camera 4.2mm f/1.6"));
        photo("b.jpg", 2, new WrittenExif().text(0x010f, "Canon").text(0x0110, "Canon EOS 5D")
                .taken("2020:01:01 00:00:00").number(0x4746, 3).place(-33.857198, 151.215125)
                .cameraText(0xa434, "EF50mm f/1.8 STM"));
        photo("IMG_20190203_101112.jpg", 3, new WrittenExif());
        library.index();

        assertThat(names("camera:iphone")).containsExactly("a.jpg");
        assertThat(names("camera:\"canon eos*\"")).containsExactly("b.jpg");
        assertThat(names("camera:canon|apple")).containsExactly("b.jpg", "a.jpg");
        assertThat(names("-camera:iphone")).containsExactly("b.jpg", "IMG_20190203_101112.jpg");
        assertThat(names("lens:50mm")).containsExactly("b.jpg");
        assertThat(names("rating:>=3")).containsExactly("b.jpg", "a.jpg");
        assertThat(names("rating:5")).containsExactly("a.jpg");
        assertThat(names("rating:0")).containsExactly("IMG_20190203_101112.jpg");
        assertThat(names("rating:<5")).containsExactly("b.jpg", "IMG_20190203_101112.jpg");
        assertThat(names("is:favourite")).containsExactly("a.jpg");
        assertThat(names("near:48.2,16.37,5km")).containsExactly("a.jpg");
        assertThat(names("near:-33.9,151.2,20000km")).containsExactly("b.jpg", "a.jpg");
        assertThat(names("date:2019")).containsExactly("a.jpg", "IMG_20190203_101112.jpg");
        assertThat(names("after:2020")).containsExactly("b.jpg");
        assertThat(find("date:2019").notes()).isEmpty();
        try (PhotoLibrary open = library.open()) {
            assertThat(open.search().complete("camera:a", 8).candidates()).containsExactly("\"Apple iPhone 12\"");
            assertThat(open.search().complete("lens:e", 6).candidates()).containsExactly("\"EF50mm f/1.8 STM\"");
            List<String> gallery = open.photos().newestFirst(ListedPhoto.START, 10).stream()
                    .map(photo -> String.valueOf(open.photos().path(photo.photoId()).orElseThrow().getFileName()))
                    .toList();
            assertThat(gallery).containsExactly("b.jpg", "a.jpg", "IMG_20190203_101112.jpg");
        }
    }

    @Test
    void aPhotoThatDoesNotSayIsDatedByItsFile() throws IOException {
        Path file = library.write("beach.jpg", DrawnPhoto.jpeg(1));
        LocalDateTime time = LocalDateTime.parse("2015-07-01T12:30:00");
        Files.setLastModifiedTime(file, FileTime.from(time.atZone(ZoneId.systemDefault()).toInstant()));
        library.index();
        assertThat(details("beach.jpg").taken().local()).isEqualTo(time);
        assertThat(details("beach.jpg").taken().source()).isEqualTo(TimeSource.FILE_TIME);

        Files.setLastModifiedTime(file,
                FileTime.from(time.plusDays(1).atZone(ZoneId.systemDefault()).toInstant()));
        library.index();
        assertThat(details("beach.jpg").taken().local()).isEqualTo(time.plusDays(1));

        Files.move(file, file.resolveSibling("IMG_20140506_070809.jpg"));
        IndexingReport moved = library.index();
        assertThat(moved.moved()).isEqualTo(1);
        assertThat(moved.encoded()).isZero();
        assertThat(details("IMG_20140506_070809.jpg").taken().local())
                .isEqualTo(LocalDateTime.parse("2014-05-06T07:08:09"));
        assertThat(details("IMG_20140506_070809.jpg").taken().source()).isEqualTo(TimeSource.FILE_NAME);
    }

    @Test
    void aSidecarCountsBeforeItsPhotoAndIsFollowedWithoutEncoding() throws IOException {
        photo("a.jpg", 1, new WrittenExif().taken("2019:02:03 10:11:12").cameraText(0x9291, "500").number(0x4746, 1)
                .text(0x010e, "by the camera").place(48.2, 16.3));
        library.index();
        assertThat(names("rating:1 date:2019")).containsExactly("a.jpg");

        Path first = sidecar("a.xmp", """
                                      <xmp:Rating>4</xmp:Rating>
                                      <exif:DateTimeOriginal>2018-02-03T10:11:12</exif:DateTimeOriginal>
                                      <exif:GPSLatitude>10,30.0N</exif:GPSLatitude>
                                      <exif:GPSLongitude>20,30.0E</exif:GPSLongitude>
                                      <dc:subject><rdf:Bag><rdf:li>lake</rdf:li></rdf:Bag></dc:subject>""");
        assertThat(library.index().encoded()).isZero();
        assertThat(names("rating:4 date:2018 near:10.5,20.5,1km")).containsExactly("a.jpg");
        assertThat(details("a.jpg").annotations().keywords()).containsExactly("lake");
        assertThat(details("a.jpg").annotations().description()).isEqualTo("by the camera");
        assertThat(details("a.jpg").taken().source()).isEqualTo(TimeSource.SIDECAR);

        sidecar("a.xmp", """
                         <xmp:Rating>0</xmp:Rating>
                         <exif:DateTimeOriginal>2019-02-03T10:11:12</exif:DateTimeOriginal>""");
        assertThat(library.index().encoded()).isZero();
        assertThat(names("rating:0 near:48.2,16.3,1km")).containsExactly("a.jpg");
        assertThat(details("a.jpg").taken().source()).as("the same time, less exactly")
                .isEqualTo(TimeSource.EXIF_ORIGINAL);
        assertThat(details("a.jpg").annotations().rating()).isZero();

        sidecar("a.jpg.xmp", "<xmp:Rating>2</xmp:Rating>");
        library.index();
        assertThat(details("a.jpg").annotations().rating()).as("the one that names the very file").isEqualTo(2);

        Files.delete(library.photos.resolve("a.jpg.xmp"));
        library.index();
        assertThat(details("a.jpg").annotations().rating()).as("the other one again").isZero();

        Files.delete(first);
        assertThat(library.index().encoded()).isZero();
        assertThat(names("rating:1")).containsExactly("a.jpg");
        assertThat(library.complaints()).isEmpty();
    }

    @Test
    void aSidecarStaysWithItsPhotoWhereverBothGo() throws IOException {
        photo("trip/a.jpg", 1, new WrittenExif());
        photo("trip/b.jpg", 2, new WrittenExif());
        sidecar("trip/a.jpg.xmp", "<xmp:Rating>5</xmp:Rating>");
        sidecar("trip/no photo.xmp", "<xmp:Rating>4</xmp:Rating>");
        library.index();
        assertThat(names("is:favourite")).containsExactly("a.jpg");
        assertThat(names("rating:4")).isEmpty();

        Files.move(library.photos.resolve("trip"), library.photos.resolve("holiday"));
        IndexingReport report = library.index();
        assertThat(report.encoded()).isZero();
        assertThat(names("is:favourite folder:holiday")).containsExactly("a.jpg");

        Files.move(library.photos.resolve("holiday/a.jpg.xmp"), library.photos.resolve("holiday/b.jpg.xmp"));
        library.index();
        assertThat(names("is:favourite")).containsExactly("b.jpg");
    }

    @Test
    void theLibraryOfAnOlderProgramIsReadAfterTheFact() throws IOException, SQLException {
        photo("a.jpg", 1, new WrittenExif().taken("2011:02:03 10:11:12").number(0x4746, 5));
        library.write("b.png", Labelled.png(DrawnPhoto.encoded(2, 64, 64, "png"), "eXIf",
                new WrittenExif().taken("2012:02:03 10:11:12").tiff()));
        library.write("c.jpg", DrawnPhoto.jpeg(3));
        library.write("broken.jpg", "\u00ff\u00d8\u00ff no picture".getBytes(StandardCharsets.ISO_8859_1));
        library.index();
        forget();
        assertThat(names("is:favourite")).isEmpty();
        assertThat(find("date:2011").notes()).singleElement().asString().contains("taken: 3.");

        IndexingReport report = library.index();

        assertThat(report.encoded()).isZero();
        assertThat(names("is:favourite")).containsExactly("a.jpg");
        assertThat(names("date:2011..2012")).containsExactly("b.png", "a.jpg");
        assertThat(find("date:2011").notes()).isEmpty();
        assertThat(library.complaints()).isEmpty();
    }

    /// Leaves what a catalog has right after its migration.
    private void forget() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + library.location.catalog());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DELETE FROM metadata");
            statement.executeUpdate("UPDATE photo SET taken_ms = 0, taken_source = 'file_time', rating = NULL");
        }
    }

    @Test
    void copiesOfAPhotoShareWhatItSaysButNotTheirNames() throws IOException {
        photo("a.jpg", 1, new WrittenExif().text(0x0110, "Pixel 4"));
        library.index();
        Files.copy(library.photos.resolve("a.jpg"), library.photos.resolve("IMG_20140506_070809.jpg"));
        TestLibrary.settle(library.photos.resolve("IMG_20140506_070809.jpg"));

        assertThat(library.index().encoded()).isZero();

        assertThat(names("camera:pixel")).containsExactly("a.jpg", "IMG_20140506_070809.jpg");
        assertThat(names("date:2014")).containsExactly("IMG_20140506_070809.jpg");
    }

    @Test
    void aPhotoThatIsReplacedSaysSomethingElse() throws IOException {
        photo("a.jpg", 1, new WrittenExif().text(0x0110, "Pixel 4").number(0x4746, 4));
        library.index();
        photo("a.jpg", 2, new WrittenExif().text(0x0110, "Pixel 5"));
        library.index();

        assertThat(names("camera:\"Pixel 4\" OR rating:4")).isEmpty();
        assertThat(names("camera:\"Pixel 5\"")).containsExactly("a.jpg");
    }
}
