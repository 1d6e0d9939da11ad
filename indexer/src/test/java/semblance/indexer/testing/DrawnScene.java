package semblance.indexer.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/// Drawn pictures in which the bundled model sees what they are meant to show.
public enum DrawnScene {
    SUNSET("sunset", DrawnScene::sunset), DESERT("desert", DrawnScene::desert), DAISY("flower",
            DrawnScene::daisy), STOP("sign", DrawnScene::stop), NOTHING("", DrawnScene::nothing);

    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;

    /// The everyday label that fits; empty for the picture of nothing.
    public final String label;
    @SuppressWarnings("ImmutableEnumChecker") // these references capture nothing
    private final Consumer<Graphics2D> drawing;

    DrawnScene(String label, Consumer<Graphics2D> drawing) {
        this.label = label;
        this.drawing = drawing;
    }

    /// A PNG file.
    public byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        drawing.accept(graphics);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void sunset(Graphics2D graphics) {
        band(graphics, 0, 150, new Color(80, 30, 60), new Color(255, 140, 30));
        graphics.setColor(new Color(255, 230, 120));
        graphics.fillOval(140, 110, 50, 50);
        band(graphics, 150, HEIGHT, new Color(20, 10, 20), new Color(20, 10, 20));
    }

    private static void desert(Graphics2D graphics) {
        band(graphics, 0, 110, new Color(90, 150, 230), new Color(200, 220, 240));
        band(graphics, 110, HEIGHT, new Color(225, 170, 100), new Color(190, 120, 60));
    }

    private static void daisy(Graphics2D graphics) {
        band(graphics, 0, HEIGHT, new Color(50, 120, 40), new Color(50, 120, 40));
        var upright = graphics.getTransform();
        graphics.setColor(Color.WHITE);
        for (int petal = 0; petal < 12; petal++) {
            graphics.fillOval(145, 30, 30, 80);
            graphics.rotate(Math.PI / 6, 160, 120);
        }
        graphics.setTransform(upright);
        graphics.setColor(new Color(250, 200, 20));
        graphics.fillOval(130, 90, 60, 60);
    }

    private static void stop(Graphics2D graphics) {
        band(graphics, 0, HEIGHT, new Color(120, 170, 230), new Color(120, 170, 230));
        Polygon octagon = new Polygon();
        for (double angle = Math.PI / 8; angle < 2 * Math.PI; angle += Math.PI / 4) {
            octagon.addPoint((int) (160 + 100 * Math.cos(angle)), (int) (120 + 100 * Math.sin(angle)));
        }
        graphics.setColor(Color.RED);
        graphics.fill(octagon);
        graphics.setColor(Color.WHITE);
        graphics.setFont(graphics.getFont().deriveFont(Font.BOLD, 60f));
        graphics.drawString("STOP", 75, 140);
    }

    private static void nothing(Graphics2D graphics) {
        band(graphics, 0, HEIGHT, Color.GRAY, Color.GRAY);
    }

    private static void band(Graphics2D graphics, int from, int to, Color above, Color below) {
        graphics.setPaint(new GradientPaint(0, from, above, 0, to, below));
        graphics.fillRect(0, from, WIDTH, to - from);
    }
}
