package semblance.app.window.drop;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.image.WritableImage;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BitmapFileTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void everyPixelIsReadBackWhateverTheWidth(int width) throws IOException {
        WritableImage image = new WritableImage(width, 3);
        for (int i = 0; i < 3 * width; i++) {
            image.getPixelWriter().setArgb(i % width, i / width, 0xff000000 | i * 0x123457);
        }
        Path file = directory.resolve("picture.bmp");

        BitmapFile.write(image, file);

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getWidth()).isEqualTo(width);
        assertThat(read.getHeight()).isEqualTo(3);
        for (int i = 0; i < 3 * width; i++) {
            assertThat(read.getRGB(i % width, i / width))
                    .isEqualTo(image.getPixelReader().getArgb(i % width, i / width));
        }
    }

    @Test
    void transparentPartsLieOnWhite() throws IOException {
        WritableImage image = new WritableImage(2, 1);
        image.getPixelWriter().setArgb(0, 0, 0x00123456);
        image.getPixelWriter().setArgb(1, 0, 0x80ff0000);
        Path file = directory.resolve("picture.bmp");

        BitmapFile.write(image, file);

        BufferedImage read = ImageIO.read(file.toFile());
        assertThat(read.getRGB(0, 0)).isEqualTo(0xffffffff);
        assertThat(read.getRGB(1, 0)).isEqualTo(0xffff7f7f);
    }
}
