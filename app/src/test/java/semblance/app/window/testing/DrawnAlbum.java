package semblance.app.window.testing;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import javax.imageio.ImageIO;

/// A folder of drawn pictures that looks a little like one of photos: for screenshots that may be shown to anybody. The
/// same pictures every time.
public final class DrawnAlbum {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final long SEED = 7;
    private static final int SUNSETS = 8;
    private static final int OTHERS = 40;

    private final Random random = new Random(SEED);

    /// Something that can be drawn again and again without being the same.
    @FunctionalInterface
    private interface Scene {
        void draw(Graphics2D graphics);
    }

    /// Draws pictures of all scenes, few of sunsets.
    ///
    /// @return the folder
    public Path fill(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (int i = 1; i <= SUNSETS; i++) {
            write(folder.resolve("sunset " + i + ".jpg"), this::sunset);
        }
        for (int i = 1; i <= OTHERS; i++) {
            write(folder.resolve("hike " + i + ".jpg"), this::mountains);
            write(folder.resolve("garden " + i + ".jpg"), this::flowers);
            write(folder.resolve("night " + i + ".jpg"), this::city);
            write(folder.resolve("desert " + i + ".jpg"), this::desert);
            write(folder.resolve("winter " + i + ".jpg"), this::snow);
        }
        return folder;
    }

    private void write(Path file, Scene scene) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        scene.draw(graphics);
        graphics.dispose();
        ImageIO.write(image, "jpg", file.toFile());
    }

    private void sunset(Graphics2D graphics) {
        int sea = between(230, 310);
        float hue = random.nextFloat(0.02f, 0.1f);
        sky(graphics, sea, Color.getHSBColor(hue + 0.75f, 0.6f, 0.45f), Color.getHSBColor(hue, 0.75f, 1));
        int sun = between(70, 130);
        int x = between(120, WIDTH - 240);
        int y = sea - between(sun / 2, sun);
        graphics.setColor(new Color(255, 240, 170, 70));
        graphics.fillOval(x - sun / 3, y - sun / 3, sun * 5 / 3, sun * 5 / 3);
        graphics.setColor(new Color(255, 238, 150));
        graphics.fillOval(x, y, sun, sun);
        graphics.setPaint(new GradientPaint(0, sea, Color.getHSBColor(hue, 0.7f, 0.75f), 0, HEIGHT,
                Color.getHSBColor(hue + 0.65f, 0.7f, 0.2f)));
        graphics.fillRect(0, sea, WIDTH, HEIGHT);
        for (int line = sea + 6; line < HEIGHT; line += 9) {
            int wide = between(sun / 2, sun + (line - sea) / 2);
            graphics.setColor(new Color(255, 215, 130, between(90, 200)));
            graphics.fillRoundRect(x + sun / 2 - wide / 2 + between(-12, 12), line, wide, 4, 4, 4);
        }
    }

    private void mountains(Graphics2D graphics) {
        sky(graphics, HEIGHT, new Color(50, 110, 200), new Color(215, 232, 250));
        for (int range = 0; range < 3; range++) {
            int base = 300 + 60 * range;
            for (int x = -100; x < WIDTH; x += between(130, 200)) {
                int peak = base - between(120, 250 - 40 * range);
                int half = between(110, 170);
                graphics.setColor(new Color(120 - 30 * range, 130 - 25 * range, 150 - 35 * range));
                triangle(graphics, x, base + 80, x + half, peak, x + 2 * half, base + 80);
                graphics.setColor(new Color(245, 248, 255));
                int cap = (base + 80 - peak) / 4;
                triangle(graphics, x + half - half / 4, peak + cap, x + half, peak, x + half + half / 4, peak + cap);
            }
        }
        graphics.setColor(new Color(45, 95, 55));
        graphics.fillRect(0, 440, WIDTH, 40);
    }

    private void flowers(Graphics2D graphics) {
        sky(graphics, HEIGHT, new Color(60, 130, 50), new Color(35, 90, 35));
        for (int i = 0; i < 500; i++) {
            graphics.setColor(new Color(between(30, 90), between(110, 180), between(30, 70), 160));
            int x = between(0, WIDTH);
            int y = between(0, HEIGHT);
            graphics.drawLine(x, y, x + between(-8, 8), y - between(15, 45));
        }
        Color petals = Color.getHSBColor(random.nextFloat(), random.nextFloat(0.1f, 0.8f), 1);
        for (int i = 0; i < 5; i++) {
            flower(graphics, between(80, WIDTH - 80), between(80, HEIGHT - 80), between(40, 95), petals);
        }
    }

    private static void flower(Graphics2D graphics, int x, int y, int size, Color petals) {
        var upright = graphics.getTransform();
        for (int petal = 0; petal < 13; petal++) {
            graphics.setColor(petal % 2 == 0 ? petals : petals.darker());
            graphics.fillOval(x - size / 6, y - size, size / 3, size);
            graphics.rotate(2 * Math.PI / 13, x, y);
        }
        graphics.setTransform(upright);
        graphics.setColor(new Color(250, 200, 20));
        graphics.fillOval(x - size / 3, y - size / 3, size * 2 / 3, size * 2 / 3);
    }

    private void city(Graphics2D graphics) {
        sky(graphics, HEIGHT, new Color(8, 10, 35), new Color(50, 40, 90));
        for (int x = -20; x < WIDTH; x += between(50, 90)) {
            int wide = between(45, 90);
            int top = between(120, 330);
            graphics.setColor(new Color(18, 18, 30));
            graphics.fillRect(x, top, wide, HEIGHT);
            for (int row = top + 12; row < HEIGHT - 10; row += 20) {
                for (int window = x + 8; window < x + wide - 10; window += 16) {
                    if (random.nextInt(3) > 0) {
                        graphics.setColor(new Color(255, between(190, 235), between(90, 160)));
                        graphics.fillRect(window, row, 8, 11);
                    }
                }
            }
        }
    }

    private void desert(Graphics2D graphics) {
        sky(graphics, 260, new Color(70, 140, 225), new Color(210, 228, 245));
        for (int dune = 0; dune < 4; dune++) {
            int top = 210 + 65 * dune;
            Path2D curve = new Path2D.Double();
            curve.moveTo(0, top + between(0, 60));
            curve.curveTo(WIDTH / 3.0, top - between(0, 70), 2 * WIDTH / 3.0, top + between(20, 90), WIDTH,
                    top + between(-20, 40));
            curve.lineTo(WIDTH, HEIGHT);
            curve.lineTo(0, HEIGHT);
            curve.closePath();
            graphics.setPaint(new GradientPaint(0, top, new Color(240 - 15 * dune, 190 - 20 * dune, 115 - 15 * dune),
                    WIDTH, HEIGHT, new Color(190 - 15 * dune, 125 - 10 * dune, 65)));
            graphics.fill(curve);
        }
    }

    private void snow(Graphics2D graphics) {
        sky(graphics, 280, new Color(150, 180, 215), new Color(228, 236, 246));
        graphics.setColor(new Color(240, 245, 252));
        graphics.fillRect(0, 270, WIDTH, HEIGHT);
        for (int x = between(20, 60); x < WIDTH; x += between(70, 130)) {
            int foot = between(290, 430);
            int wide = between(35, 60);
            for (int tier = 0; tier < 3; tier++) {
                int top = foot - 60 - 55 * tier;
                int half = wide - 10 * tier;
                graphics.setColor(new Color(30, 75, 55));
                triangle(graphics, x - half, top + 70, x, top, x + half, top + 70);
                graphics.setColor(new Color(245, 250, 255, 220));
                triangle(graphics, x - half / 2, top + 35, x, top, x + half / 3, top + 30);
            }
        }
        graphics.setColor(new Color(255, 255, 255, 210));
        for (int flake = 0; flake < 120; flake++) {
            int size = between(2, 7);
            graphics.fillOval(between(0, WIDTH), between(0, HEIGHT), size, size);
        }
    }

    private static void triangle(Graphics2D graphics, int x1, int y1, int x2, int y2, int x3, int y3) {
        graphics.fillPolygon(new int[]{x1, x2, x3}, new int[]{y1, y2, y3}, 3);
    }

    private static void sky(Graphics2D graphics, int height, Color above, Color below) {
        graphics.setPaint(new GradientPaint(0, 0, above, 0, height, below));
        graphics.fillRect(0, 0, WIDTH, height);
    }

    private int between(int least, int most) {
        return random.nextInt(least, most);
    }
}
