package semblance.model.testing.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.jspecify.annotations.Nullable;

import semblance.model.files.FileHash;

/// A real server on loopback that has files under their paths, with ranges and versions as the hub has them. Replies can be
/// put before that, for the next requests of a file.
public final class TestHub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final String scheme;

    /// What came.
    ///
    /// @param range         as in the header
    /// @param ifRange       as in the header
    /// @param authorization as in the header
    public record Request(String path, @Nullable String range, @Nullable String ifRange,
            @Nullable String authorization) {
    }

    private TestHub(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public static TestHub start() throws IOException {
        return new TestHub(HttpServer.create(anyPort(), 0), "http");
    }

    /// Starts one that encrypts.
    ///
    /// @param tls with the server's own key
    public static TestHub startSecure(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return new TestHub(server, "https");
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /// What `HF_ENDPOINT` is to be.
    public String address() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    /// Puts a file under a path.
    public void put(String path, byte[] content) {
        files.put(path, content);
    }

    /// Publishes the files of a folder as a repository.
    ///
    /// @param prefix of their paths, with a slash before and behind
    public void publish(String prefix, Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                put(prefix + folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    public byte[] content(String path) {
        return Objects.requireNonNull(files.get(path)).clone();
    }

    /// What is done with the next requests of a file, one each.
    public void next(String path, Reply... next) {
        replies.computeIfAbsent(path, _ -> new ArrayDeque<>()).addAll(Arrays.asList(next));
    }

    /// Open until the hub is closed.
    public CountDownLatch end() {
        return closed;
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /// Those of one file.
    public List<Request> requests(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders();
        requests.add(new Request(path, headers.getFirst("Range"), headers.getFirst("If-Range"),
                headers.getFirst("Authorization")));
        byte[] content = files.getOrDefault(path, new byte[0]);
        Reply reply = next(path);
        try (exchange) {
            if (reply != null) {
                reply.send(exchange, content);
            } else if (files.containsKey(path)) {
                serve(exchange, content);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private @Nullable Reply next(String path) {
        Deque<Reply> queue = replies.get(path);
        if (queue == null) {
            return null;
        }
        synchronized (queue) {
            return queue.poll();
        }
    }

    private static void serve(HttpExchange exchange, byte[] content) throws IOException {
        int from = from(exchange, content);
        exchange.getResponseHeaders().set("ETag", version(content));
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, content.length - from);
    }

    /// The first byte that is to be sent.
    static int from(HttpExchange exchange, byte[] content) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String ifRange = exchange.getRequestHeaders().getFirst("If-Range");
        return range == null || (ifRange != null && !ifRange.equals(version(content)))
                ? 0
                : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    }

    static String version(byte[] content) {
        return '"' + FileHash.of(content) + '"';
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
