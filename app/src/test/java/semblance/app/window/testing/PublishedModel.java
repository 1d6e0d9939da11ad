package semblance.app.window.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import semblance.model.card.BuiltInCards;
import semblance.model.card.ModelCard;
import semblance.model.card.Recall;
import semblance.model.card.Source;
import semblance.model.store.ModelStore;
import semblance.model.testing.tiny.TinyModel;

/// A small model with random weights, published on a hub on this machine.
public final class PublishedModel implements AutoCloseable {
    /// Under which it is downloaded and chosen.
    public static final String ID = "tiny";
    private static final Source SOURCE = new Source("test/tiny", "0123abc");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path files;
    private final ModelCard card;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile byte spoilt;

    /// @param folder for its files
    public PublishedModel(Random random, Path folder) throws IOException {
        files = folder.resolve(ID);
        TinyModel.clipVit(random).writeTransformers(files);
        ModelCard imported = new ModelStore(folder.resolve("scratch"), new BuiltInCards()).add(files).card();
        card = new ModelCard(ID, "Tiny CLIP", "MIT", "Understands every language.", List.of("mul"), SOURCE,
                imported.dimension(), imported.spaces(), imported.image(), imported.text(), imported.scoring(),
                imported.files(), List.of(new Recall("drawn", 0.9, 1, 1)));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/" + SOURCE.repository() + "/resolve/" + SOURCE.revision() + "/", this::answer);
        server.start();
    }

    public ModelCard card() {
        return card;
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Lets half of a file through and no more, until [#goOn].
    public void hold() {
        gate = new CountDownLatch(1);
    }

    public void goOn() {
        gate.countDown();
    }

    /// Publishes other bytes than the card says, or, without, the right ones.
    public void spoil(boolean spoil) {
        spoilt = (byte) (spoil ? 1 : 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] content = Files
                    .readAllBytes(files.resolve(path.substring(exchange.getHttpContext().getPath().length())));
            content[content.length - 1] ^= spoilt;
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
            exchange.getResponseHeaders().set("ETag", "\"" + path.hashCode() + "\"");
            if (range != null) {
                exchange.getResponseHeaders().set("Content-Range",
                        "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
            }
            exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
            int half = (content.length - from) / 2;
            exchange.getResponseBody().write(content, from, half);
            exchange.getResponseBody().flush();
            pass();
            exchange.getResponseBody().write(content, from + half, content.length - from - half);
        }
    }

    private void pass() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goOn();
        server.stop(0);
        threads.shutdownNow();
    }
}
