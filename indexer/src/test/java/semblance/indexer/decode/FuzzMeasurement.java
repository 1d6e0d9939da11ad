package semblance.indexer.decode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import semblance.indexer.decode.worker.DecoderHost;
import semblance.indexer.testing.FilesBelow;
import semblance.model.testing.Seed;
import semblance.model.testing.SharedFolder;

/// Odd files made odder: bytes exchanged, ends cut off. Counts what becomes of them. Run with the profile `measurements`
/// and, if need be, `-Dsemblance.fuzz.files=20000`; a crash of the program, a hang or anything but a picture or a
/// [DecodeException] ends it.
@Tag("measurements")
@Timeout(7200)
@SuppressWarnings("SystemOut") // the table is the result
class FuzzMeasurement {
    private static final int LARGEST = 1 << 20;

    @Test
    void decodeGarbledFiles() throws Exception {
        Random random = Seed.next("fuzz").random();
        int count = Integer.getInteger("semblance.fuzz.files", 2000);
        List<Path> files = FilesBelow.of(SharedFolder.require().resolve("odd")).stream()
                .filter(FuzzMeasurement::isSmall).toList();
        Map<String, Integer> outcomes = new TreeMap<>();
        Set<Long> workers = new HashSet<>();
        int pastHeader = 0;
        double worker = 0;
        try (DecoderHost decoders = new DecoderHost(1)) {
            for (int i = 0; i < count; i++) {
                byte[] content = garbled(Files.readAllBytes(files.get(random.nextInt(files.size()))), random);
                try {
                    decoders.decoder().header(content);
                    pastHeader++;
                    DecodedPhoto photo = decoders.decoder().decode(content, 448, 512);
                    outcomes.merge(photo.whole() ? "decoded" : "decoded in part", 1, Integer::sum);
                } catch (DecodeException e) {
                    outcomes.merge(e.reason().name(), 1, Integer::sum);
                }
                ProcessHandle.current().children().map(ProcessHandle::pid).forEach(workers::add);
                worker = Math.max(worker, ProcessFigures.workersPeakMb());
            }
        }
        System.out.println("worker processes started: " + workers.size());
        System.out.println(count + " files, past the header " + pastHeader + ": " + outcomes);
        System.out.printf(Locale.ROOT, "most memory held, in MB: program %.0f, worker %.0f; heap bound %d%n",
                ProcessFigures.ownPeakMb(), worker, Runtime.getRuntime().maxMemory() / 1_000_000);
    }

    private static boolean isSmall(Path file) {
        return file.toFile().length() < LARGEST;
    }

    private static byte[] garbled(byte[] content, Random random) {
        byte[] garbled = content.clone();
        if (garbled.length == 0) {
            return garbled;
        }
        for (int i = random.nextInt(12); i >= 0; i--) {
            garbled[random.nextInt(garbled.length)] = (byte) random.nextInt();
        }
        return random.nextInt(4) > 0 ? garbled : Arrays.copyOf(garbled, random.nextInt(garbled.length));
    }
}
