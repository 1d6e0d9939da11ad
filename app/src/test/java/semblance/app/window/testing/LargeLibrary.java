package semblance.app.window.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import semblance.app.testing.DrawnPhotos;
import semblance.indexer.LibraryLocation;
import semblance.indexer.PhotoLibrary;
import semblance.indexer.pipeline.IndexingReport;
import semblance.indexer.pipeline.StageObserver;
import semblance.model.starter.StarterModel;

/// Makes a library of many photos, to see how the window gets on with it. All of it is what indexing makes: files,
/// catalog, index, thumbnails and tags. Only the embeddings are made up; see [ScatteredEncoder].
///
/// @param root of everything
public record LargeLibrary(Path root) {
    private static final int PER_FOLDER = 1000;
    private static final int MOTIFS = 80;
    private static final int WIDTH = 512;
    private static final int HEIGHT = 341;
    private static final long SEED = 20_26;

    public LibraryLocation location() {
        return new LibraryLocation(root.resolve("data"), root.resolve("cache"));
    }

    /// Whether it was made to its end.
    public boolean exists() {
        return Files.exists(root.resolve("complete"));
    }

    /// Makes it, going on where an earlier attempt was broken off.
    ///
    /// @return what was indexed in the end
    public IndexingReport make(int photos) throws IOException, ExecutionException, InterruptedException {
        Path folder = Files.createDirectories(root.resolve("photos"));
        List<byte[]> motifs = motifs();
        for (int number = 0; number < photos; number++) {
            Path below = folder.resolve("%03d".formatted(number / PER_FOLDER));
            if (number % PER_FOLDER == 0) {
                Files.createDirectories(below);
            }
            Path file = below.resolve("IMG_%06d.jpg".formatted(number));
            if (!Files.exists(file)) {
                Files.write(file, numbered(motifs.get(number % MOTIFS), number));
            }
        }
        ScatteredEncoder encoder = new ScatteredEncoder(StarterModel.bundled(1), SEED);
        try (PhotoLibrary library = PhotoLibrary.open(location(), encoder, StageObserver.NONE)) {
            IndexingReport report = library.indexing().start(List.of(library.folders().add(folder))).result().get();
            Files.writeString(root.resolve("complete"), report.toString());
            return report;
        }
    }

    private static List<byte[]> motifs() throws IOException {
        Random random = new Random(SEED);
        List<byte[]> motifs = new ArrayList<>();
        for (int i = 0; i < MOTIFS; i++) {
            motifs.add(DrawnPhotos.encoded(motif(random), "jpeg"));
        }
        return motifs;
    }

    /// As much detail as a photo has: what is flat would be read faster than photos are.
    private static BufferedImage motif(Random random) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setPaint(new GradientPaint(0, 0, colour(random, 255), WIDTH, HEIGHT, colour(random, 255)));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        for (int i = 0; i < 900; i++) {
            int size = 3 + (int) (90 / (1 + i / 20.0));
            graphics.setColor(colour(random, 150));
            graphics.fillOval(random.nextInt(WIDTH) - size / 2, random.nextInt(HEIGHT) - size / 2, size, size);
        }
        graphics.dispose();
        return image;
    }

    private static Color colour(Random random, int alpha) {
        return new Color(random.nextInt(256), random.nextInt(256), random.nextInt(256), alpha);
    }

    /// The same picture in a file of its own, which differs in a comment: another content for the library.
    private static byte[] numbered(byte[] jpeg, int number) {
        return ByteBuffer.allocate(jpeg.length + 8).put(jpeg, 0, 2).putShort((short) 0xfffe).putShort((short) 6)
                .putInt(number).put(jpeg, 2, jpeg.length - 2).array();
    }
}
