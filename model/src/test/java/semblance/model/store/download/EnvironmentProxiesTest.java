package semblance.model.store.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class EnvironmentProxiesTest {
    private static final URI HUB = URI.create("https://models.example.org/a/b");
    private static final Proxy OF_THE_SYSTEM = proxy("system.example", 8080);

    private static final ProxySelector SYSTEM = new ProxySelector() {
        @Override
        public List<Proxy> select(URI uri) {
            return List.of(OF_THE_SYSTEM);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            // nobody asks
        }
    };

    @Test
    void withoutVariablesTheSystemIsAsked() {
        assertThat(select(Map.of())).isEqualTo(OF_THE_SYSTEM);
        assertThat(select(Map.of("https_proxy", " "))).isEqualTo(OF_THE_SYSTEM);
        assertThat(select(Map.of("http_proxy", "http://one.example:3128"))).as("it is for http")
                .isEqualTo(OF_THE_SYSTEM);
    }

    @Test
    void variablesComeFirst() {
        assertThat(select(Map.of("https_proxy", "http://one.example:3128"))).isEqualTo(proxy("one.example", 3128));
        assertThat(select(Map.of("HTTPS_PROXY", "one.example"))).isEqualTo(proxy("one.example", 80));
        assertThat(select(Map.of("ALL_PROXY", "http://one.example:1", "https_proxy", "http://two.example:2")))
                .isEqualTo(proxy("two.example", 2));
        assertThat(select(Map.of("all_proxy", "http://one.example:1"))).isEqualTo(proxy("one.example", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "example.org", ".example.org", "*.example.org", "a.b, MODELS.example.org",
        "models.example.org"})
    void exceptionsAreAskedDirectly(String exceptions) {
        assertThat(select(Map.of("https_proxy", "http://one.example:3128", "no_proxy", exceptions)))
                .isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "ample.org", "example.com", "other.example.org"})
    void othersAreNot(String exceptions) {
        assertThat(select(Map.of("https_proxy", "http://one.example:3128", "no_proxy", exceptions)))
                .isEqualTo(proxy("one.example", 3128));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:sesame@one.example:3128", "socks5://sesame:1080", "http://", "http://se same"})
    void whatCannotBeUsedIsSaidWithoutBeingRepeated(String address) {
        assertThatExceptionOfType(DownloadException.class).isThrownBy(() -> select(Map.of("https_proxy", address)))
                .withMessageContainingAll("proxy", "http://HOST:PORT").withMessageNotContaining("sesame");
    }

    private static Proxy select(Map<String, String> environment) {
        return new EnvironmentProxies(environment, SYSTEM).select(HUB).getFirst();
    }

    private static Proxy proxy(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }
}
