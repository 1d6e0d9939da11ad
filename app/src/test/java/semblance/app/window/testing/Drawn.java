package semblance.app.window.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// Pictures drawn for tests, of things that the starter model tells apart.
public final class Drawn {
    private static final int WIDTH = 480;
    private static final int HEIGHT = 320;

    private final Path folder;
    private int written;

    /// @param folder that the pictures are written into
    public Drawn(Path folder) {
        this.folder = folder;
    }

    /// A sun going down over the sea.
    public Path sunset(String name) throws IOException {
        return write(name, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, new Color(120, 40, 90), 0, 200, new Color(255, 170, 60)));
            graphics.fillRect(0, 0, WIDTH, 200);
            graphics.setColor(new Color(255, 235, 140));
            graphics.fillOval(190, 130, 100, 100);
            graphics.setPaint(new GradientPaint(0, 200, new Color(200, 90, 50), 0, HEIGHT, new Color(20, 20, 60)));
            graphics.fillRect(0, 200, WIDTH, 120);
            graphics.setColor(new Color(255, 200, 110));
            for (int y = 206; y < HEIGHT; y += 12) {
                graphics.fillRect(200 - y / 8, y, 80 + y / 4, 3);
            }
        });
    }

    /// Mountains with snow under a blue sky.
    public Path mountains(String name) throws IOException {
        return write(name, graphics -> {
            graphics.setPaint(new GradientPaint(0, 0, new Color(60, 120, 210), 0, 240, new Color(190, 220, 250)));
            graphics.fillRect(0, 0, WIDTH, HEIGHT);
            for (int x = -60; x < WIDTH; x += 150) {
                int peak = 60 + x % 7 * 8;
                graphics.setColor(new Color(90, 95, 110));
                graphics.fillPolygon(new Polygon(new int[]{x, x + 110, x + 240}, new int[]{300, peak, 300}, 3));
                graphics.setColor(Color.WHITE);
                graphics.fillPolygon(new Polygon(new int[]{x + 70, x + 110, x + 160},
                        new int[]{peak + 90, peak, peak + 95}, 3));
            }
            graphics.setColor(new Color(40, 80, 50));
            graphics.fillRect(0, 280, WIDTH, 40);
        });
    }

    /// A chessboard, which is neither.
    public Path chessboard(String name) throws IOException {
        return write(name, graphics -> {
            for (int i = 0; i < 96; i++) {
                graphics.setColor((i + i / 12) % 2 == 0 ? Color.BLACK : Color.WHITE);
                graphics.fillRect(i % 12 * 40, i / 12 * 40, 40, 40);
            }
        });
    }

    /// As if each had lain there for a while, the first written being the oldest.
    private Path write(String name, Consumer<Graphics2D> painter) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        painter.accept(graphics);
        written++;
        graphics.setColor(new Color(written * 7 % 255, 40, 90)); // so that no two are the same
        graphics.fillRect(0, 0, 3, 3);
        graphics.dispose();
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile())) {
            throw new IOException("no writer for " + name);
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(7200L - written)));
        return file;
    }
}
