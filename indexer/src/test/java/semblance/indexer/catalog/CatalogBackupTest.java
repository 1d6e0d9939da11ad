package semblance.indexer.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.TestLibrary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// Where a copy of the catalog must not be put.
class CatalogBackupTest {
    @TempDir
    Path temporary;

    @Test
    void theCatalogIsNotReplacedByItsOwnCopy() throws IOException {
        TestLibrary library = new TestLibrary(temporary);
        library.write("a.jpg", DrawnPhoto.jpeg(1));
        library.index();
        Path catalog = library.location.catalog();
        Path roundabout = library.photos.resolve(library.photos.relativize(catalog));
        Files.createLink(temporary.resolve("link"), catalog);
        try (Catalog _ = Catalog.openForReading(catalog)) {
            for (Path place : List.of(catalog, roundabout, temporary.resolve("link"))) {
                assertThatThrownBy(() -> new CatalogBackup(catalog).write(place)).as("%s", place)
                        .isInstanceOf(CatalogException.class)
                        .hasMessageContaining("is the library's own catalog").hasMessageContaining("Name another file");
            }
            assertThat(Files.isSameFile(catalog, temporary.resolve("link"))).as("it is the same file still").isTrue();
        }
        try (var left = Files.walk(temporary)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("unfinished"));
        }
        assertThat(library.complaints()).isEmpty();
    }
}
