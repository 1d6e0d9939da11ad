package semblance.indexer.decode;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import semblance.model.ImagePreprocessing;
import semblance.model.preprocess.ShortestSideCrop;
import semblance.model.preprocess.Squash;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Decoded and cropped, photos are what Pillow makes of them.
@PhotosTest
@SuppressWarnings("SystemOut") // the figures are what a reader of the log wants to see
class ReferenceCropsTest {
    private static final int WHOLE = Integer.MAX_VALUE;
    private static final Map<String, ImagePreprocessing> CROPS = Map.of("shortest224", new ShortestSideCrop(224),
            "squash256", new Squash(256));

    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);

    @Test
    void cropsAreThoseOfTheReference() throws Exception {
        Path folder = SharedFolder.require().resolve("golden/preprocess");
        List<String> notYet = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        for (JsonNode test : new ObjectMapper().readTree(folder.resolve("cases.json").toFile()).path("cases")) {
            String file = test.path("file").asText();
            DecodedPhoto photo;
            try {
                photo = decoder.decode(Files.readAllBytes(folder.resolve(file)), WHOLE, WHOLE);
            } catch (DecodeException e) {
                assertThat(e.reason()).as(file).isEqualTo(DecodeException.Reason.UNSUPPORTED);
                notYet.add(file);
                continue;
            }
            assertThat(List.of(photo.width(), photo.height())).as(file).containsExactly(
                    test.path("upright_size").path(0).asInt(), test.path("upright_size").path(1).asInt());
            for (Map.Entry<String, ImagePreprocessing> preprocessing : CROPS.entrySet()) {
                String crop = preprocessing.getKey();
                byte[] expected = reference(folder.resolve(test.path(crop).asText()));
                byte[] actual = preprocessing.getValue().crop(photo.image()).pixels();
                Difference difference = Difference.between(actual, expected);
                System.out.printf("%-20s %-12s largest %3d mean %.3f within 6 %.4f%n", file, crop, difference.largest(),
                        difference.mean(), difference.withinSix());
                if (!isClose(photo.format(), difference)) {
                    apart.add(file + " " + crop + " " + difference);
                }
            }
        }
        System.out.println("not readable yet: " + notYet);
        assertThat(apart).isEmpty();
    }

    /// Read by ImageIO alone: the decoder under test must not vouch for itself.
    private static byte[] reference(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int[] colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] pixels = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            pixels[3 * i] = (byte) (colours[i] >> 16);
            pixels[3 * i + 1] = (byte) (colours[i] >> 8);
            pixels[3 * i + 2] = (byte) colours[i];
        }
        return pixels;
    }

    /// Decoders may round a JPEG's transform differently, but nothing else.
    private static boolean isClose(PhotoFormat format, Difference difference) {
        return format == PhotoFormat.JPEG
                ? difference.mean() <= 1 && difference.withinSix() >= 0.999
                : difference.largest() <= 2 && difference.mean() <= 0.5;
    }
}
