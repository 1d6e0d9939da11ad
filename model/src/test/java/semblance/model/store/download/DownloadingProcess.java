package semblance.model.store.download;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import semblance.model.card.BuiltInCards;
import semblance.model.card.CardFormat;
import semblance.model.card.ModelCard;
import semblance.model.store.ModelStore;

/// A program that downloads a model, to be killed.
final class DownloadingProcess {
    private DownloadingProcess() {
    }

    /// Starts it.
    static Process start(Path store, ModelCard card, String endpoint, Path scratch) throws IOException {
        Path json = scratch.resolve("published.json");
        Files.write(json, new CardFormat().write(card));
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), DownloadingProcess.class.getName(), store.toString(),
                json.toString());
        builder.environment().keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        builder.environment().put(ModelHub.ENDPOINT, endpoint);
        return builder.redirectErrorStream(true).redirectOutput(scratch.resolve("process.log").toFile()).start();
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        ModelCard card = new CardFormat().read("card", Files.readAllBytes(Path.of(args[1])));
        ModelStore store = new ModelStore(Path.of(args[0]), new BuiltInCards(List.of(card)));
        store.download(card.id(),
                new FileDownloader(System.getenv(), Disk.REAL, Clock.systemUTC(), Thread::sleep)).run();
    }
}
