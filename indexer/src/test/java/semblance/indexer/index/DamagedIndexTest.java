package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.testing.FileHashes;
import semblance.model.testing.Seed;

import static org.assertj.core.api.Assertions.assertThat;

/// Every file of an index, damaged in every way: it is built again from the catalog, and nobody is told.
class DamagedIndexTest {
    @TempDir
    Path temporary;

    private final Random random = Seed.next("DamagedIndexTest").random();
    private Path whole;
    private Gallery gallery;

    /// An index with several segments, compound and not, and with deleted documents.
    @BeforeEach
    void makeIndex() throws IOException {
        gallery = new Gallery(temporary.resolve("data"), random);
        try (VectorView view = gallery.write()) {
            for (int count : new int[]{60, 5, 3}) {
                gallery.add(count);
                gallery.delete(gallery.any());
                gallery.onWriteThread(() -> {
                    view.follow();
                    view.commit();
                });
            }
        }
        whole = temporary.resolve("whole");
        VectorViewTest.replace(gallery.index(), whole);
    }

    @AfterEach
    void close() {
        gallery.close();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(whole)) {
            return files.map(file -> gallery.index().resolve(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void theIndexIsMadeOfTheKindsOfFilesThatAreMeant() throws IOException {
        assertThat(files()).extracting(file -> file.getFileName().toString().replaceAll(".*\\.|_.*", ""))
                .contains("segments", "liv", "si", "cfs", "cfe", "lock");
    }

    @Test
    void aFileThatIsMissing() throws IOException {
        for (Path file : files()) {
            damaged(file, _ -> new byte[0]);
            Files.delete(file);
            assertMended("without " + file.getFileName());
        }
    }

    @Test
    void aFileThatIsCutOff() throws IOException {
        for (Path file : files()) {
            for (double share : new double[]{0, 0.5, 0.99}) {
                damaged(file, bytes -> Arrays.copyOf(bytes, (int) (share * bytes.length)));
                assertMended(file.getFileName() + " cut to " + share);
            }
        }
    }

    @Test
    void aFileWithAFlippedBit() throws IOException {
        for (Path file : files()) {
            int length = (int) Files.size(whole.resolve(file.getFileName()));
            for (int place : places(length)) {
                damaged(file, bytes -> {
                    bytes[place] ^= (byte) (1 << random.nextInt(8));
                    return bytes;
                });
                assertMended(file.getFileName() + " flipped at " + place + " of " + length);
            }
        }
    }

    @Test
    void aFileOfZeros() throws IOException {
        for (Path file : files()) {
            damaged(file, bytes -> new byte[bytes.length]);
            assertMended(file.getFileName() + " full of zeros");
        }
    }

    private List<Integer> places(int length) {
        List<Integer> places = new ArrayList<>();
        if (length > 0) {
            places.addAll(List.of(0, length - 1));
            random.ints(6, 0, length).forEach(places::add);
        }
        return places;
    }

    private void damaged(Path file, UnaryOperator<byte[]> damage) throws IOException {
        VectorViewTest.replace(whole, gallery.index());
        Files.write(file, damage.apply(Files.readAllBytes(file)));
    }

    /// First for one that only reads and leaves it as it is, then for the one that writes and mends it.
    private void assertMended(String how) {
        Map<String, String> before = FileHashes.of(gallery.index());
        try (Catalog catalog = Catalog.openForReading(gallery.file);
                VectorView reader = VectorView.openForReading(catalog, Gallery.SPACE, gallery.indexes)) {
            gallery.assertShownBy(reader, "read " + how);
        }
        assertThat(FileHashes.of(gallery.index())).as("read " + how).isEqualTo(before);
        try (VectorView view = gallery.write()) {
            gallery.assertShownBy(view, how);
        }
    }
}
