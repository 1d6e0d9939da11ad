package semblance.indexer.decode;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.indexer.decode.worker.DecoderHost;
import semblance.indexer.testing.FilesBelow;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.model.preprocess.ShortestSideCrop;

import static org.assertj.core.api.Assertions.assertThat;

/// What a photo costs in processor time until it can be encoded (decoding, the thumbnail of 512 pixels, the encoder's
/// crop), beside what `vipsthumbnail -s 512` takes for its thumbnail alone, on the same files in the same run. Run with
/// the profile `benchmarks`; nothing makes it fail but a photo that is not decoded.
///
/// - `semblance.vips.photos`: a folder of JPEGs; drawn ones of 12 million pixels without it
/// - `semblance.vips.worker`: a folder of photos that workers decode (HEIC, AVIF), for figures of ours alone
@Tag("benchmarks")
@SuppressWarnings("SystemOut") // the figures are the result
class VipsBenchmark {
    private static final int WARMING_ROUNDS = 12;
    private static final int ROUNDS = 5;
    private static final int PHOTOS_A_ROUND = 8;
    private static final ShortestSideCrop PREPROCESSING = new ShortestSideCrop(224);

    @TempDir
    Path scratch = Path.of("");

    private int written;

    @Test
    void jpegs() throws Exception {
        Assumptions.assumeTrue(VipsThumbnail.isInstalled(), "vipsthumbnail is not installed");
        VipsThumbnail vips = new VipsThumbnail(scratch);
        PhotoDecoder decoder = new PhotoDecoder(DecodeLimits.DEFAULT);
        Path tiny = Files.write(scratch.resolve("tiny.jpg"), DrawnJpeg.of(16, 16));
        List<Path> photos = jpegFiles();
        for (Path photo : photos) {
            byte[] content = Files.readAllBytes(photo);
            for (int i = 0; i < WARMING_ROUNDS; i++) {
                prepare(decoder, content);
            }
        }
        System.out.println(VipsThumbnail.version() + ", one thread; milliseconds of processor time a photo");
        double[] all = new double[2];
        for (Path photo : photos) {
            byte[] content = Files.readAllBytes(photo);
            double[] ours = new double[ROUNDS];
            double[] theirs = new double[ROUNDS];
            double start = Double.MAX_VALUE;
            // In turns, so that what else the machine does meets both.
            for (int round = 0; round < ROUNDS; round++) {
                ours[round] = processMs(() -> {
                    for (int i = 0; i < PHOTOS_A_ROUND; i++) {
                        prepare(decoder, content);
                    }
                }) / PHOTOS_A_ROUND;
                double one = vips.cpuMs(List.of(tiny));
                start = Math.min(start, one);
                theirs[round] = (vips.cpuMs(Collections.nCopies(PHOTOS_A_ROUND, photo)) - one) / PHOTOS_A_ROUND;
            }
            double our = median(ours);
            double their = median(theirs);
            all[0] += our;
            all[1] += their;
            PhotoHeader header = decoder.header(content);
            System.out.printf(Locale.ROOT,
                    "%-48s %4.1f MP %4.1f MB  ours %6.1f  vipsthumbnail %6.1f (and %.0f to start)  ratio %.2f%n",
                    photo.getFileName(), header.width() * header.height() / 1e6, content.length / 1e6, our, their,
                    start,
                    our / their);
        }
        System.out.printf(Locale.ROOT, "all: ratio %.2f%n", all[0] / all[1]);
    }

    @Test
    void photosThatWorkersDecode() throws Exception {
        String folder = System.getProperty("semblance.vips.worker");
        Assumptions.assumeTrue(folder != null, "semblance.vips.worker names no folder");
        try (DecoderHost host = new DecoderHost(1)) {
            for (Path photo : FilesBelow.of(Path.of(folder))) {
                byte[] content = Files.readAllBytes(photo);
                double before = 0;
                double[] here = new double[ROUNDS];
                double[] there = new double[ROUNDS];
                for (int round = -2; round < ROUNDS; round++) {
                    before = ProcessFigures.workersMs();
                    double our = processMs(() -> prepare(host.decoder(), content));
                    if (round >= 0) {
                        here[round] = our;
                        there[round] = ProcessFigures.workersMs() - before;
                    }
                }
                PhotoHeader header = host.decoder().header(content);
                System.out.printf(Locale.ROOT,
                        "%-48s %4.1f MP %4.1f MB  worker %6.0f  program %6.1f  worker's memory %.0f MB%n",
                        photo.getFileName(), header.width() * header.height() / 1e6, content.length / 1e6,
                        median(there), median(here), ProcessFigures.workersPeakMb());
            }
        }
    }

    private List<Path> jpegFiles() throws IOException, DecodeException {
        String folder = System.getProperty("semblance.vips.photos");
        if (folder != null) {
            return FilesBelow.of(Path.of(folder));
        }
        List<Path> drawn = new ArrayList<>();
        for (int width : new int[]{4000, 4032, 4064}) {
            drawn.add(Files.write(scratch.resolve("drawn-" + width + ".jpg"), DrawnJpeg.of(width, 3000)));
        }
        return drawn;
    }

    /// What the pipeline does with a photo before it is encoded.
    private void prepare(PhotoDecoder decoder, byte[] content) throws IOException, DecodeException {
        DecodedPhoto photo = decoder.decode(content, 2 * PREPROCESSING.size(), ThumbnailStore.LONGEST_EDGE);
        assertThat(PREPROCESSING.crop(photo.image()).pixels()).hasSize(3 * 224 * 224);
        new ThumbnailStore(scratch).write("%08x".formatted(written++), photo.image());
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, DecodeException;
    }

    /// Of all threads of this process, so that what a library does on threads of its own counts.
    private static double processMs(Work work) throws IOException, DecodeException {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long before = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - before) / 1e6;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
