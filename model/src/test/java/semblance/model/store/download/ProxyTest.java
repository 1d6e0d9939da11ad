package semblance.model.store.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

final class ProxyTest {
    @TempDir
    Path parent;

    @Test
    void theProxyOfTheEnvironmentIsAskedInPlaceOfTheHub() throws IOException, InterruptedException {
        try (TestHub hub = TestHub.start(); TestHub proxy = TestHub.start()) {
            PublishedModel model = PublishedModel.on(proxy, TinyModel.clipVit(new Random(3)), parent.resolve("clip"),
                    "en");
            Downloads downloads = new Downloads(parent.resolve("models"), model,
                    Map.of(ModelHub.ENDPOINT, hub.address(), "http_proxy", proxy.address()));

            downloads.run();

            assertThat(downloads.isWhole()).isTrue();
            assertThat(proxy.requests()).hasSize(3);
            assertThat(hub.requests()).isEmpty();
        }
    }

    @Test
    void aProxyThatCannotBeUsedIsSaid() throws IOException {
        try (TestHub hub = TestHub.start()) {
            PublishedModel model = PublishedModel.on(hub, TinyModel.clipVit(new Random(3)), parent.resolve("clip"),
                    "en");
            Downloads downloads = new Downloads(parent.resolve("models"), model,
                    Map.of(ModelHub.ENDPOINT, hub.address(), "http_proxy", "socks5://elsewhere.example"));

            assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                    .withMessageContaining("http://HOST:PORT");
            assertThat(hub.requests()).isEmpty();
        }
    }
}
