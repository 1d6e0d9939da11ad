package semblance.model.testing.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

import com.sun.net.httpserver.HttpExchange;

/// What the hub does with one request.
@FunctionalInterface
public interface Reply {
    void send(HttpExchange exchange, byte[] content) throws IOException;

    /// A status without anything.
    static Reply status(int status, String... headers) {
        return (exchange, _) -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /// Other content, whole, whatever was asked for.
    static Reply whole(byte[] other, String... headers) {
        return (exchange, _) -> {
            headers(exchange, headers);
            exchange.sendResponseHeaders(200, other.length);
            exchange.getResponseBody().write(other);
        };
    }

    /// The file whole, whatever part was asked for.
    static Reply ignoringRange() {
        return (exchange, content) -> whole(content).send(exchange, content);
    }

    /// The file without saying how long it is.
    static Reply chunked() {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
        };
    }

    /// The answer begins, and the connection breaks before anything of the file comes.
    static Reply dropped() {
        return (exchange, content) -> {
            begin(exchange, content, 0);
            exchange.close();
        };
    }

    /// So many bytes of what was asked for, and when they have been taken the connection breaks.
    ///
    /// @param part where the client collects the file: what is on its way is lost with the connection
    static Reply broken(int bytes, Path part) {
        return (exchange, content) -> {
            int end = TestHub.from(exchange, content) + bytes;
            begin(exchange, content, bytes);
            while (part.toFile().length() < end && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            exchange.close();
        };
    }

    /// So many bytes of what was asked for, then nothing.
    static Reply stalled(int bytes, CountDownLatch until) {
        return (exchange, content) -> {
            begin(exchange, content, bytes);
            try {
                until.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /// The first bytes of the file, as if that were all.
    static Reply cut(int bytes) {
        return (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content, 0, bytes);
        };
    }

    private static void begin(HttpExchange exchange, byte[] content, int bytes) throws IOException {
        int from = TestHub.from(exchange, content);
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        exchange.getResponseHeaders().set("ETag", TestHub.version(content));
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
        exchange.getResponseBody().write(content, from, Math.min(bytes, content.length - from));
        exchange.getResponseBody().flush();
    }

    /// @param headers names and values in turn
    private static void headers(HttpExchange exchange, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
        }
    }
}
