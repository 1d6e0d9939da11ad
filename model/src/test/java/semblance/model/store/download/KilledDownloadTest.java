package semblance.model.store.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.card.ModelFile;
import semblance.model.testing.Seed;
import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.Reply;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;

/// A download whose process is killed with SIGKILL again and again: nothing that has come is fetched twice, and the model
/// appears only when it is whole.
final class KilledDownloadTest {
    private static final int KILLS = 4;

    @TempDir
    Path parent;

    @Test
    void eachNextProcessGoesOnWhereTheLastWasKilled() throws IOException, InterruptedException {
        Random random = Seed.next("KilledDownloadTest").random();
        try (TestHub hub = TestHub.start()) {
            PublishedModel model = PublishedModel.on(hub, TinyModel.clipVit(random), parent.resolve("clip"), "en");
            Downloads downloads = new Downloads(parent.resolve("models"), model,
                    Map.of(ModelHub.ENDPOINT, hub.address()));
            long here = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                ModelFile file = current(model, here);
                long rest = end(model, here) - here;
                int bytes = 1 + random.nextInt((int) rest - 1);
                hub.next(model.at(file.path()), Reply.stalled(bytes, hub.end()));
                here += bytes;

                Process process = DownloadingProcess.start(downloads.directory, model.card(), hub.address(), parent);
                while (process.isAlive() && downloaded(downloads) < here) {
                    Thread.onSpinWait();
                }
                assertThat(process.isAlive()).as(Files.readString(parent.resolve("process.log"))).isTrue();
                process.destroyForcibly().waitFor();

                assertThat(downloads.isAbsent()).isTrue();
                assertThat(downloaded(downloads)).isEqualTo(here);
            }

            Process last = DownloadingProcess.start(downloads.directory, model.card(), hub.address(), parent);

            assertThat(last.waitFor()).as(Files.readString(parent.resolve("process.log"))).isZero();
            assertThat(downloads.isWhole()).isTrue();
            assertThat(hub.requests()).as("one a kill, and one a file").hasSize(KILLS + model.card().files().size());
        }
    }

    private static long downloaded(Downloads downloads) {
        return downloads.store.find(downloads.model.card().id()).orElseThrow().downloaded();
    }

    /// The file that is being fetched when so much is here.
    private static ModelFile current(PublishedModel model, long here) {
        long end = 0;
        for (ModelFile file : model.card().files()) {
            end += size(file);
            if (here < end) {
                return file;
            }
        }
        throw new IllegalStateException("all is here");
    }

    private static long end(PublishedModel model, long here) {
        long end = 0;
        for (ModelFile file : model.card().files()) {
            end += size(file);
            if (here < end) {
                break;
            }
        }
        return end;
    }

    private static long size(ModelFile file) {
        return Objects.requireNonNull(file.size());
    }
}
