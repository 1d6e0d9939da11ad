package semblance.indexer.testing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/// Makes large photos for measurements: 4000 × 3000 pixels, eight by eight photos of a folder each. A program of its own:
///
///     mvn -B test-compile -pl indexer -am && java -cp indexer/target/test-classes semblance.indexer.testing.Mosaic \
///         FOLDER-OF-PHOTOS TARGET-FOLDER NUMBER
public final class Mosaic {
    private static final int WIDTH = 4000;
    private static final int HEIGHT = 3000;
    private static final int TILES = 8;

    private Mosaic() {
    }

    /// Runs it: folder of JPEG photos, target folder, number of mosaics.
    public static void main(String[] arguments) throws IOException {
        Path target = Files.createDirectories(Path.of(arguments[1]));
        List<Path> photos;
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            photos = files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList();
        }
        Random random = new Random(12);
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            ImageIO.write(mosaic(photos, random), "jpg", target.resolve("mosaic-" + i + ".jpg").toFile());
        }
    }

    private static BufferedImage mosaic(List<Path> photos, Random random) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int tile = 0; tile < TILES * TILES; tile++) {
            BufferedImage photo = ImageIO.read(photos.get(random.nextInt(photos.size())).toFile());
            graphics.drawImage(photo, tile % TILES * WIDTH / TILES, tile / TILES * HEIGHT / TILES, WIDTH / TILES,
                    HEIGHT / TILES, null);
        }
        graphics.dispose();
        return image;
    }
}
