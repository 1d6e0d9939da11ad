package semblance.model.store.download;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.Reply;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// Where requests go, and who sees the user's token.
final class RedirectsTest {
    private static final String SECRET = "hf_notForOthers";
    private static final String VISION = "onnx/vision_model.onnx";

    @TempDir
    static Path keys;

    @TempDir
    Path parent;

    private final OwnCertificate certificate = OwnCertificate.in(keys);
    private TestHub hub;
    private TestHub other;
    private PublishedModel model;
    private Downloads downloads;

    @BeforeEach
    void publish() throws IOException {
        hub = TestHub.startSecure(certificate.server());
        other = TestHub.startSecure(certificate.server());
        model = PublishedModel.on(hub, TinyModel.clipVit(new Random(3)), parent.resolve("clip"), "en");
        downloads = downloads(hub.address(), SECRET);
    }

    private Downloads downloads(String endpoint, String token) {
        return new Downloads(parent.resolve("models"), model,
                Map.of(ModelHub.ENDPOINT, endpoint, ModelHub.TOKEN, token)).trusting(certificate.client());
    }

    @AfterEach
    void close() {
        hub.close();
        other.close();
    }

    @Test
    void theHubGetsTheTokenAndWhereItSendsDoesNot() throws InterruptedException {
        other.put("/store/1", hub.content(model.at(VISION)));
        hub.next(model.at(VISION), Reply.status(302, "Location", other.address() + "/store/1?signature=abc"));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests()).hasSize(3)
                .allSatisfy(request -> assertThat(request.authorization()).isEqualTo("Bearer " + SECRET));
        assertThat(other.requests()).singleElement()
                .satisfies(request -> assertThat(request.authorization()).isNull());
    }

    @Test
    void theRestIsAskedForThroughARedirectToo() throws InterruptedException {
        byte[] content = hub.content(model.at(VISION));
        other.put("/store/1", content);
        other.next("/store/1", Reply.broken(1000, model.part(downloads.directory, VISION)));
        String there = other.address() + "/store/1";
        hub.next(model.at(VISION), Reply.status(307, "Location", there), Reply.status(307, "Location", there));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(other.requests()).extracting(TestHub.Request::range).containsExactly(null, "bytes=1000-");
    }

    @Test
    void anAddressOfTheHubItselfMayBeRelative() throws InterruptedException {
        hub.put("/moved/here", hub.content(model.at(VISION)));
        hub.next(model.at(VISION), Reply.status(308, "Location", "/moved/here"));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests("/moved/here").getFirst().authorization()).isEqualTo("Bearer " + SECRET);
    }

    @Test
    void nobodyIsFollowedOutOfEncryption() throws IOException {
        try (TestHub open = TestHub.start()) {
            open.put("/plain", hub.content(model.at(VISION)));
            hub.next(model.at(VISION), Reply.status(302, "Location", open.address() + "/plain?signature=abc"));

            assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                    .withMessageContainingAll("without https", "onnx/vision_model.onnx")
                    .withMessageNotContaining("signature");

            assertThat(open.requests()).isEmpty();
            assertThat(downloads.isAbsent()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://example.org/file", "ftp://localhost/file", "file:///etc/passwd", "https:///x",
        "mailto:a@b", "http://[", "//example.org:99999999/"})
    void aSenselessAddressIsNotFollowed(String location) {
        hub.next(model.at(VISION), (exchange, _) -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
        });
        for (int i = 0; i < 10; i++) {
            hub.next(model.at(VISION), Reply.status(302, "Location", location));
        }

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContaining("onnx/vision_model.onnx");
        assertThat(downloads.isAbsent()).isTrue();
    }

    @Test
    void aCircleOfAddressesEnds() {
        for (int i = 0; i < 20; i++) {
            hub.next(model.at(VISION), Reply.status(302, "Location", model.at(VISION)));
        }

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("from one address to the next", "onnx/vision_model.onnx");
        assertThat(hub.requests(model.at(VISION))).hasSizeLessThan(12);
    }

    @Test
    void aServerWithoutATrustedCertificateIsNotAskedTwice() {
        Downloads strict = new Downloads(parent.resolve("models"), model,
                Map.of(ModelHub.ENDPOINT, hub.address(), ModelHub.TOKEN, SECRET));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(strict::run)
                .withMessageContainingAll("cannot be trusted", "certificate");

        assertThat(hub.requests()).isEmpty();
        assertThat(strict.pauses).isEmpty();
    }

    @Test
    void aTokenStaysAtHomeWithoutEncryption() throws IOException, InterruptedException {
        try (TestHub open = TestHub.start()) {
            open.publish(PublishedModel.prefix(model.card()), parent.resolve("clip"));

            downloads(open.address(), SECRET).run();

            assertThat(open.requests()).hasSize(3)
                    .allSatisfy(request -> assertThat(request.authorization()).isNull());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500})
    void noMessageHoldsTheToken(int status) {
        for (int i = 0; i < 6; i++) {
            hub.next(model.at(VISION), Reply.status(status));
        }

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .satisfies(failure -> {
                    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                        assertThat(cause.toString()).doesNotContain(SECRET);
                    }
                });
    }

    @Test
    void aTokenThatIsRefusedIsToldFromOneThatIsMissing() {
        hub.next(model.at(VISION), Reply.status(401));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("does not accept the token", "Make a new one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hf_a\nb", "hf_ä", "hf a", "hf_\u0000"})
    void aTokenThatCannotBeOneIsRefusedWithoutBeingRepeated(String token) {
        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads(hub.address(), token)::run)
                .withMessageContaining(ModelHub.TOKEN).withMessageNotContaining(token);
        assertThat(hub.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://mirror.example", "ftp://mirror.example", "mirror.example", "https://",
        "https://user:sesame@mirror.example", "https://mirror.example/?key=sesame", "http://sesame", "https://se same",
        "http://localhost.example"})
    void aMirrorThatCannotBeAskedSafelyIsRefusedWithoutBeingRepeated(String endpoint) {
        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads(endpoint, SECRET)::run)
                .withMessageContainingAll(ModelHub.ENDPOINT, "remove it").withMessageNotContaining("sesame");
    }

    @Test
    void aMirrorMayHaveItsModelsBelowAPath() throws IOException, InterruptedException {
        hub.publish("/mirror" + PublishedModel.prefix(model.card()), parent.resolve("clip"));

        downloads(hub.address() + "/mirror/", SECRET).run();

        assertThat(hub.requests()).allSatisfy(request -> assertThat(request.path()).startsWith("/mirror/tiny/clip/"));
        assertThat(downloads.isWhole()).isTrue();
    }
}
