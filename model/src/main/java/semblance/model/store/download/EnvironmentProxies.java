package semblance.model.store.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The proxies that environment variables name, as command-line programs read them (`https_proxy`, `http_proxy`,
/// `all_proxy`, `no_proxy`), and without any of these those of the system. Immutable and thread-safe.
final class EnvironmentProxies extends ProxySelector {
    private static final int USUAL_PORT = 80;

    private final Map<String, String> environment;
    private final ProxySelector otherwise;

    EnvironmentProxies(Map<String, String> environment, ProxySelector otherwise) {
        this.environment = Map.copyOf(environment);
        this.otherwise = otherwise;
    }

    @Override
    public List<Proxy> select(URI uri) {
        Optional<String> named = Stream.of(uri.getScheme() + "_proxy", "all_proxy").map(this::value)
                .flatMap(Optional::stream).findFirst();
        if (named.isEmpty()) {
            return otherwise.select(uri);
        }
        return isExcepted(uri.getHost()) ? List.of(Proxy.NO_PROXY) : List.of(proxy(named.get()));
    }

    /// The address may hold a password, so it is not repeated.
    private static Proxy proxy(String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (uri.getHost() != null && uri.getRawUserInfo() == null && uri.getScheme().startsWith("http")) {
                return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(uri.getHost(),
                        uri.getPort() < 0 ? USUAL_PORT : uri.getPort()));
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw new DownloadException(
                "The proxy that an environment variable (https_proxy, http_proxy or all_proxy) names"
                        + " cannot be used: give it as http://HOST:PORT, without user and password.");
    }

    private boolean isExcepted(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return Arrays.stream(value("no_proxy").orElse("").toLowerCase(Locale.ROOT).split(",", -1)).map(String::strip)
                .map(entry -> entry.startsWith("*.") ? entry.substring(1) : entry)
                .anyMatch(entry -> entry.equals("*") || entry.equals(name)
                        || (!entry.isEmpty() && name.endsWith(entry.startsWith(".") ? entry : "." + entry)));
    }

    private Optional<String> value(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT)).map(key -> environment.getOrDefault(key, "").strip())
                .filter(text -> !text.isEmpty()).findFirst();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        otherwise.connectFailed(uri, address, failure);
    }
}
