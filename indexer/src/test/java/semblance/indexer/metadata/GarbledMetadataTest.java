package semblance.indexer.metadata;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import semblance.indexer.testing.DrawnPhoto;
import semblance.indexer.testing.FilesBelow;
import semblance.indexer.testing.Labelled;
import semblance.indexer.testing.WrittenExif;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Metadata with bytes flipped, cut off and overwritten: whatever it says then, reading it comes to an end.
class GarbledMetadataTest {
    private final MetadataReader reader = new MetadataReader(Clock.systemUTC(), ZoneOffset.UTC);

    @Test
    void drawnPhotosWithGarbledMetadataAreRead() {
        byte[] photo = Labelled.jpegXmp(Labelled.jpegIptc(Labelled.jpeg(DrawnPhoto.jpeg(1), new WrittenExif()
                .text(0x010f, "Canon").taken("2019:02:03 10:11:12").place(48, 16).cameraFraction(0x829a, 1, 250)),
                Labelled.iptc(2, 25, new byte[]{'a', 'b'}), Labelled.iptc(2, 55, "20190203".getBytes(
                        StandardCharsets.US_ASCII))),
                Labelled.xmp("<xmp:Rating>3</xmp:Rating>"));
        garble(List.of(photo), 4000, 2000);
    }

    @Tag("photos")
    @Test
    void oddFilesWithGarbledMetadataAreRead() throws Exception {
        List<byte[]> files = new ArrayList<>();
        for (Path file : FilesBelow.of(SharedFolder.require().resolve("odd"))) {
            if (Files.size(file) < 200_000) {
                files.add(Files.readAllBytes(file));
            }
        }
        garble(files, 20_000, 4000);
    }

    /// @param most bytes from the beginning that are changed, where metadata stand
    private void garble(List<byte[]> files, int times, int most) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int said = 0;
        for (int i = 0; i < times; i++) {
            byte[] bytes = files.get(random.nextInt(files.size())).clone();
            int reach = Math.min(most, bytes.length);
            for (int flips = 1 + random.nextInt(12); flips > 0 && reach > 0; flips--) {
                bytes[random.nextInt(reach)] = (byte) (random.nextInt(3) == 0 ? 0xff : random.nextInt(256));
            }
            byte[] garbled = random.nextInt(4) == 0
                    ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1))
                    : bytes;
            PhotoMetadata read = reader.read(garbled);
            said += read.equals(PhotoMetadata.NONE) ? 0 : 1;
            assertThat(read.taken().stream()).as("seed %d", seed).allSatisfy(
                    time -> assertThat(time.local().getYear()).isBetween(1826, 2100));
        }
        assertThat(said).as("of %d still say something, seed %d", times, seed).isGreaterThan(times / 100);
    }
}
