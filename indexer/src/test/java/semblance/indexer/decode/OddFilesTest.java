package semblance.indexer.decode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import semblance.indexer.decode.worker.WorkerPool;
import semblance.indexer.testing.FilesBelow;
import semblance.model.RgbImage;
import semblance.model.testing.PhotosTest;
import semblance.model.testing.SharedFolder;

import static org.assertj.core.api.Assertions.assertThat;

/// Files that other programs stumbled over: garbled, hostile, rare. Prints the table of formats and outcomes.
@PhotosTest
// A guard against a decoder that hangs, not a measure of speed: all files together take seconds.
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@SuppressWarnings("SystemOut") // the table is what a reader of the log wants to see
class OddFilesTest {
    private static final int HEAD = 4096;

    private final ContentSniffer sniffer = new ContentSniffer();
    private final WorkerPool workers = WorkerPool.ofThisProgram(2);
    private final PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT, workers);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void everyFileDecodesOrFailsWithAReason() throws Exception {
        Map<String, Integer> table = new TreeMap<>();
        List<String> failed = new ArrayList<>();
        Path folder = SharedFolder.require().resolve("odd");
        for (Path file : FilesBelow.of(folder)) {
            byte[] content = Files.readAllBytes(file);
            PhotoFormat format = sniffer.sniff(Arrays.copyOf(content, Math.min(content.length, HEAD)));
            assertThat(sniffer.sniff(content)).as("%s by its head and whole", file).isEqualTo(format);
            String outcome = outcome(content);
            table.merge("%-14s %s".formatted(format, outcome.replaceAll(":.*", "")), 1, Integer::sum);
            if (!outcome.startsWith("UNSUPPORTED") && !outcome.startsWith("decoded")) {
                failed.add(folder.relativize(file) + " " + format + " " + outcome);
            }
        }
        table.forEach((row, count) -> System.out.printf("%4d %s%n", count, row));
        failed.forEach(System.out::println);
        // Pictures whose names say that they are whole, and that a first version of the decoder failed on.
        assertThat(failed).noneMatch(line -> line.contains("junk_jpeg_header") || line.contains("icc-after-SOF")
                || line.contains("basn") || line.contains("/Landscape") || line.contains("/Portrait"));
        assertThat(failed).as("photos of phones").noneMatch(line -> line.contains("/heic__I")
                || line.contains("/heic__mobile"));
        assertThat(table.keySet()).noneMatch(row -> row.matches("(HEIF|AVIF) +(CRASHED|UNAVAILABLE)"));
        assertThat(table).containsEntry("%-14s %s".formatted(PhotoFormat.AVIF, "decoded"), 17);
    }

    @Test
    void allOrientationsLookLikeTheUprightOne() throws Exception {
        Path folder = SharedFolder.require().resolve("odd/orient");
        for (String kind : List.of("Landscape", "Portrait")) {
            RgbImage upright = decoded(folder.resolve(kind + "_1.jpg"));
            for (int orientation = 2; orientation <= 8; orientation++) {
                RgbImage other = decoded(folder.resolve(kind + "_" + orientation + ".jpg"));
                assertThat(List.of(other.width(), other.height())).as("%s_%d", kind, orientation)
                        .containsExactly(upright.width(), upright.height());
                // Of JPEGs, encoded one by one: the same but for the encoder's rounding.
                assertThat(Difference.between(upright, other).mean()).as("%s_%d", kind, orientation).isLessThan(5);
            }
        }
    }

    /// The same picture of four inks as a JPEG and in TIFFs, which are compressed as JPEGs are.
    @Test
    void tiffsOfFourInksLookLikeTheJpeg() throws Exception {
        Path folder = SharedFolder.require().resolve("odd/pillow");
        RgbImage jpeg = decoded(folder.resolve("Tests__images__pil_sample_cmyk.jpg"));
        for (String kind : List.of("strip_cmyk", "tiled_cmyk", "strip_cmyk_16l")) {
            RgbImage tiff = decoded(folder.resolve("Tests__images__tiff_" + kind + "_jpeg.tif"));
            assertThat(Difference.between(jpeg, tiff).mean()).as(kind).isLessThan(1);
        }
    }

    /// ImageIO as the oracle for OpenCV, on pictures that both read.
    @Test
    void openCvAndImageIoSeeTheSamePngs() throws Exception {
        OpenCvReader openCv = new OpenCvReader();
        ImageIoReader imageIo = new ImageIoReader();
        int compared = 0;
        for (Path file : FilesBelow.of(SharedFolder.require().resolve("odd"))) {
            byte[] content = Files.readAllBytes(file);
            // Its colour for transparency does not fit its bits, and each decoder thinks of it what it likes.
            boolean disputed = file.toString().endsWith("i_trns.png");
            if (sniffer.sniff(content) != PhotoFormat.PNG || disputed || !outcome(content).equals("decoded")) {
                continue;
            }
            byte[] pixels = PngStructure.pixelsOnly(content).file();
            Difference difference = Difference.between(openCv.pngOrWebp(pixels),
                    imageIo.decode(PhotoFormat.PNG, pixels));
            assertThat(difference.largest()).as(file.toString()).isLessThanOrEqualTo(1);
            compared++;
        }
        assertThat(compared).isGreaterThan(200);
    }

    private String outcome(byte[] content) {
        try {
            DecodedPhoto photo = decoder.decode(content, 320, 512);
            assertThat(photo.width()).isPositive();
            return photo.whole() ? "decoded" : "decoded in part";
        } catch (DecodeException e) {
            Throwable cause = e.getCause();
            return e.reason() + ": " + (cause == null ? "" : cause.toString().replaceAll("\\s+", " "));
        }
    }

    private RgbImage decoded(Path file) throws Exception {
        return decoder.decode(Files.readAllBytes(file), 1000, 1000).image();
    }
}
