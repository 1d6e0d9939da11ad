package semblance.indexer.thumbnail;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import semblance.model.RgbImage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ThumbnailStoreTest {
    private static final String FINGERPRINT = "ab12cd34ef567890";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"1024, 768, 512, 384", "768, 1024, 384, 512", "512, 512, 512, 512", "100, 40, 100, 40",
        "5000, 3, 512, 1",
        "1, 1, 1, 1"})
    void theLongestEdgeIs512AndNothingIsEnlarged(int width, int height, int expectedWidth, int expectedHeight)
            throws IOException {
        BufferedImage thumbnail = written(picture(width, height, new Color(200, 100, 50)));
        assertThat(List.of(thumbnail.getWidth(), thumbnail.getHeight())).containsExactly(expectedWidth, expectedHeight);
        Color middle = new Color(thumbnail.getRGB(expectedWidth / 2, expectedHeight / 2));
        assertThat(
                Math.abs(middle.getRed() - 200) + Math.abs(middle.getGreen() - 100) + Math.abs(middle.getBlue() - 50))
                .as("%s", middle).isLessThan(12);
    }

    @Test
    void filesLieInTwoLevelsOfFolders() throws IOException {
        ThumbnailStore store = new ThumbnailStore(directory.resolve("not/there/yet"));
        assertThat(store.find(FINGERPRINT)).isEmpty();
        store.write(FINGERPRINT, picture(600, 400, Color.RED));
        assertThat(store.find(FINGERPRINT))
                .contains(directory.resolve("not/there/yet/ab/12/" + FINGERPRINT + ".jpg"));
    }

    @Test
    void anExistingThumbnailIsKept() throws IOException {
        ThumbnailStore store = new ThumbnailStore(directory);
        store.write(FINGERPRINT, picture(600, 400, Color.RED));
        byte[] first = Files.readAllBytes(store.find(FINGERPRINT).orElseThrow());
        store.write(FINGERPRINT, picture(600, 400, Color.BLUE));
        assertThat(Files.readAllBytes(store.find(FINGERPRINT).orElseThrow())).isEqualTo(first);
    }

    @Test
    void deletingLeavesTheOthers() throws IOException {
        ThumbnailStore store = new ThumbnailStore(directory);
        store.write(FINGERPRINT, picture(60, 40, Color.RED));
        store.write("ab12ffffffffffff", picture(60, 40, Color.RED));
        store.delete(FINGERPRINT);
        store.delete(FINGERPRINT);
        assertThat(store.find(FINGERPRINT)).isEmpty();
        assertThat(store.find("ab12ffffffffffff")).isPresent();
    }

    @Test
    void writersAtTheSameTimeLeaveOneWholeFile() throws Exception {
        ThumbnailStore store = new ThumbnailStore(directory);
        RgbImage picture = picture(800, 600, Color.GREEN);
        Callable<Boolean> writing = () -> {
            store.write(FINGERPRINT, picture);
            return ImageIO.read(store.find(FINGERPRINT).orElseThrow().toFile()) != null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> whole : threads.invokeAll(Collections.nCopies(32, writing))) {
                assertThat(whole.get()).isTrue();
            }
        }
        try (Stream<Path> files = Files.walk(directory)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void aFailedWriteLeavesNothingBehind() throws IOException {
        Files.createDirectories(directory.resolve("ab"));
        Files.writeString(directory.resolve("ab/12"), "a file where a folder has to be");
        ThumbnailStore store = new ThumbnailStore(directory);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.write(FINGERPRINT, picture(60, 40, Color.RED)));
        assertThat(store.find(FINGERPRINT)).isEmpty();
    }

    @Test
    void fingerprintsCannotLeaveTheDirectory() {
        ThumbnailStore store = new ThumbnailStore(directory);
        for (String name : List.of("../../etc/passwd", "ab", "", "AB12CD34EF567890", "ab12cd34/ef5678")) {
            assertThatIllegalArgumentException().isThrownBy(() -> store.find(name));
        }
    }

    private BufferedImage written(RgbImage picture) throws IOException {
        ThumbnailStore store = new ThumbnailStore(directory);
        store.write(FINGERPRINT, picture);
        return ImageIO.read(store.find(FINGERPRINT).orElseThrow().toFile());
    }

    private static RgbImage picture(int width, int height, Color colour) {
        byte[] pixels = new byte[3 * width * height];
        byte[] one = {(byte) colour.getRed(), (byte) colour.getGreen(), (byte) colour.getBlue()};
        for (int i = 0; i < width * height; i++) {
            System.arraycopy(one, 0, pixels, 3 * i, 3);
        }
        return new RgbImage(width, height, pixels);
    }
}
