package semblance.model.store.download;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.SSLContext;

/// Asks the hub for files and goes where it sends: only to places that may be asked, and with the token only to its own.
/// Closing it ends what is under way.
final class HubClient implements AutoCloseable {
    private static final int MOST_REDIRECTS = 8;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final ModelHub hub;
    private final Wording wording;
    private final HttpClient http;
    private final Duration patience;

    /// @param patience how long to wait for a connection, and then for an answer
    HubClient(Wording wording, Map<String, String> environment, Optional<SSLContext> tls, Duration patience) {
        this.hub = wording.hub();
        this.wording = wording;
        this.patience = patience;
        ProxySelector proxies = new EnvironmentProxies(environment, ProxySelector.getDefault());
        proxies.select(hub.address()); // says here what is wrong with it, instead of on a thread of the client
        // One request at a time: what HTTP/2 is for is of no use here.
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience).followRedirects(HttpClient.Redirect.NEVER).proxy(proxies);
        tls.ifPresent(builder::sslContext);
        this.http = builder.build();
    }

    /// Asks for a file or its rest.
    ///
    /// @param from      the first byte that is wanted
    /// @param validator of the bytes before, so that the rest of another version is not sent
    /// @throws IOException       if that may go well the next time
    /// @throws DownloadException if it sends to where no request may go
    HttpResponse<BodyQueue> get(URI file, long from, Optional<String> validator)
            throws IOException, InterruptedException {
        URI address = file;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            HttpResponse<BodyQueue> answer = http.send(request(address, from, validator), _ -> new BodyQueue());
            if (!REDIRECTS.contains(answer.statusCode())) {
                return answer;
            }
            answer.body().close();
            address = next(address, answer);
        }
        throw wording.failure(hub.host() + " sends from one address to the next without end. Try again later.");
    }

    private HttpRequest request(URI address, long from, Optional<String> validator) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience).GET()
                .header("User-Agent", "Semblance").header("Accept-Encoding", "identity");
        hub.authorization(address).ifPresent(header -> request.header("Authorization", header));
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
            validator.ifPresent(text -> request.header("If-Range", text));
        }
        return request.build();
    }

    private URI next(URI from, HttpResponse<BodyQueue> answer) {
        URI next;
        try {
            next = from.resolve(answer.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException _) {
            throw wording.failure(from.getHost() + " sends to something that is no address. Try again later.");
        }
        if (!hub.allows(next)) {
            throw wording.failure(from.getHost() + " sends to an address without https (" + next.getScheme() + "://"
                    + next.getHost()
                    + "), where anybody on the way could change the file. Try again in another network.");
        }
        return next;
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
