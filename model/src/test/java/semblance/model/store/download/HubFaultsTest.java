package semblance.model.store.download;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import semblance.model.files.FileHash;
import semblance.model.testing.hub.PublishedModel;
import semblance.model.testing.hub.Reply;
import semblance.model.testing.hub.TestHub;
import semblance.model.testing.tiny.TinyModel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/// What a server and a network can do wrong: each ends with a verified model or with a message, and never with half a model.
final class HubFaultsTest {
    private static final String VISION = "onnx/vision_model.onnx";
    private static final String TOKENIZER = "tokenizer.json";

    @TempDir
    Path parent;

    private TestHub hub;
    private PublishedModel model;
    private Downloads downloads;
    private String vision;
    private int size;
    private Path part;

    @BeforeEach
    void publish() throws IOException {
        hub = TestHub.start();
        model = PublishedModel.on(hub, TinyModel.clipVit(new Random(3)), parent.resolve("clip"), "en");
        downloads = new Downloads(parent.resolve("models"), model, Map.of(ModelHub.ENDPOINT, hub.address()));
        vision = model.at(VISION);
        part = model.part(downloads.directory, VISION);
        size = hub.content(vision).length;
    }

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void aConnectionThatBreaksAgainAndAgainIsTakenUpWhereItEnded() throws InterruptedException {
        int piece = size / 20;
        for (int i = 0; i < 15; i++) {
            hub.next(vision, Reply.broken(piece, part));
        }

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision)).hasSize(16);
        assertThat(hub.requests(vision).getLast().range()).isEqualTo("bytes=" + 15 * piece + "-");
        assertThat(hub.requests(vision).getLast().ifRange()).as("the version of what is here").isNotNull();
        assertThat(downloads.pauses).as("each got further").hasSize(15).containsOnly(Duration.ofSeconds(1));
    }

    @Test
    void aConnectionThatGivesNothingIsGivenUpAfterLongerAndLongerPauses() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            hub.next(vision, Reply.dropped());
        }

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run).withMessageContainingAll(VISION,
                "Tiny clip", "the connection to localhost fails", "Check the network", "goes on from there");

        assertThat(downloads.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(downloads.isAbsent()).isTrue();
        downloads.run();
        assertThat(downloads.isWhole()).isTrue();
    }

    @Test
    void aServerThatCannotBeReachedIsNamed() {
        hub.close();

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("localhost", "https_proxy", ModelHub.ENDPOINT);
        assertThat(downloads.isAbsent()).isTrue();
    }

    @Test
    void aBodyThatEndsTooEarlyAndSaysItIsAllIsGoneOnWith() throws InterruptedException {
        hub.next(vision, Reply.cut(size / 2));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision).getLast().range()).isEqualTo("bytes=" + size / 2 + "-");
    }

    @Test
    void aServerThatIgnoresRangesSendsTheFileFromItsBeginning() throws InterruptedException {
        hub.next(vision, Reply.broken(size / 2, part), Reply.ignoringRange());

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision)).hasSize(2);
    }

    @Test
    void aServerThatIgnoresRangesAndBreaksOffInTheSamePlaceIsGivenUp() {
        for (int i = 0; i < 20; i++) {
            hub.next(vision, (exchange, content) -> {
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content, 0, size / 2);
                exchange.getResponseBody().flush();
            });
        }

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContaining("after several attempts");
        assertThat(hub.requests(vision)).hasSize(6);
        assertThat(downloads.isAbsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 0-9/10", "bytes 5-", "nonsense", "bytes 99999999999999999999-1/2"})
    void aPartThatWasNotAskedForIsNotTaken(String range) throws InterruptedException {
        hub.next(vision, Reply.broken(size / 2, part), (exchange, content) -> {
            exchange.getResponseHeaders().set("Content-Range", range);
            exchange.sendResponseHeaders(206, content.length);
            exchange.getResponseBody().write(content);
        });

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision).getLast().range()).as("then the whole file is asked for").isNull();
    }

    @Test
    void aFileThatChangesBetweenTwoAttemptsIsNotMixed() throws InterruptedException {
        byte[] published = hub.content(vision);
        byte[] other = published.clone();
        other[0]++;
        hub.put(vision, other);
        hub.next(vision, Reply.broken(size / 2, part), (exchange, _) -> {
            hub.put(vision, published);
            Reply.status(503).send(exchange, published);
        });

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision)).hasSize(3).last().satisfies(
                request -> assertThat(request.ifRange()).isEqualTo("\"" + sha256(other) + "\""));
    }

    @Test
    void aFileThatChangesWhereTheServerIgnoresVersionsIsFetchedOnceMore() throws InterruptedException {
        byte[] published = hub.content(vision);
        byte[] other = published.clone();
        other[0]++;
        hub.put(vision, other);
        hub.next(vision, Reply.broken(size / 2, part), (exchange, _) -> {
            hub.put(vision, published);
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + size / 2 + "-" + (size - 1) + "/" + size);
            exchange.sendResponseHeaders(206, size - size / 2);
            exchange.getResponseBody().write(published, size / 2, size - size / 2);
        });

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision)).hasSize(3);
        assertThat(hub.requests(vision).getLast().range()).isNull();
    }

    @Test
    void aFileWithoutAHashIsResumedOnlyInTheSameVersion() throws InterruptedException {
        Downloads unknown = new Downloads(parent.resolve("models"), model.knowing(TOKENIZER, null, null),
                Map.of(ModelHub.ENDPOINT, hub.address()));
        String tokenizer = model.at(TOKENIZER);
        byte[] content = hub.content(tokenizer);
        hub.next(tokenizer, (exchange, _) -> {
            exchange.sendResponseHeaders(200, content.length); // without a version
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
        });

        unknown.run();

        assertThat(unknown.isWhole()).isTrue();
        assertThat(hub.requests(tokenizer).getLast().range()).isNull();
        assertThat(installed(TOKENIZER)).isEqualTo(content);
    }

    @Test
    void aWrongHashIsSaidAndNothingIsLeftOfIt() throws IOException {
        byte[] other = hub.content(vision);
        other[size / 2]++;
        hub.put(vision, other);

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run).withMessageContainingAll(VISION,
                "is not the published file", "SHA-256", "Try again later");

        assertThat(downloads.isAbsent()).isTrue();
        assertThat(FileDownloader.here(downloads.directory.resolve(".downloading-clip").resolve(VISION))).isZero();
        assertThat(hub.requests(vision)).as("it is not fetched for nothing again").hasSize(1);
    }

    @Test
    void aWrongHashInPiecesIsFetchedOnceMoreAndThenSaid() {
        byte[] other = hub.content(vision);
        other[size / 2]++;
        hub.put(vision, other);
        hub.next(vision, Reply.broken(size / 3, part), Reply.broken(size / 3, part));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run).withMessageContaining("SHA-256");
        assertThat(hub.requests(vision)).hasSize(4);
    }

    @Test
    void anotherSizeIsSaidBeforeTheBytesAreFetched() {
        hub.next(vision, (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length + 1L);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().flush();
        });

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll(VISION, (size + 1) + " bytes instead of " + size);
        assertThat(downloads.isAbsent()).isTrue();
    }

    @Test
    void moreBytesThanPublishedAreNotTaken() {
        hub.next(vision, (exchange, content) -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(content);
            exchange.getResponseBody().write(content);
        });

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("longer than " + size);
        assertThat(downloads.isAbsent()).isTrue();
    }

    @Test
    void aPageOfANetworkThatWantsALoginIsNoFile() {
        byte[] page = "<html>Log in to the airport</html>".getBytes(StandardCharsets.UTF_8);
        hub.next(vision, Reply.whole(page, "Content-Type", "text/html; charset=utf-8"));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("a web page", "log in");
        assertThat(downloads.isAbsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLoginOfANetworkOnTheWayCostsNothingOfWhatHasCome(boolean sized) throws InterruptedException {
        hub.next(vision, Reply.broken(size / 2, part), (exchange, _) -> {
            byte[] page = "<html>Log in to the hotel</html>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, sized ? page.length : 0);
            exchange.getResponseBody().write(page);
        });
        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("a web page", "log in", "goes on from there");

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision).getLast().range()).isEqualTo("bytes=" + size / 2 + "-");
    }

    @Test
    void aPageInPlaceOfAFileOfWhichNothingIsKnownIsNoticed() {
        Downloads unknown = new Downloads(parent.resolve("models"), model.knowing(TOKENIZER, null, null),
                Map.of(ModelHub.ENDPOINT, hub.address()));
        byte[] page = "<html>Log in to the airport</html>".getBytes(StandardCharsets.UTF_8);
        hub.next(model.at(TOKENIZER), Reply.whole(page));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(unknown::run)
                .withMessageContainingAll(TOKENIZER, "not JSON");
        assertThat(unknown.isAbsent()).isTrue();
    }

    @Test
    void aFileWhoseLengthNobodySaysIsWholeIfItsHashIsRight() throws InterruptedException {
        hub.next(vision, Reply.chunked());

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"404 | does not have it | models import",
        "410 | does not have it | models import", "401 | asks who you are | HF_TOKEN",
        "403 | accept them | HF_TOKEN", "407 | proxy | models import",
        "451 | refuses it (status 451) | try again later"})
    void aRefusalIsExplainedAtOnce(int status, String cause, String remedy) {
        hub.next(vision, Reply.status(status));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll(VISION, "Tiny clip", cause, remedy);

        assertThat(hub.requests(vision)).hasSize(1);
        assertThat(downloads.pauses).isEmpty();
        assertThat(downloads.isAbsent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void aFaultThatPassesIsWaitedFor(int status) throws InterruptedException {
        hub.next(vision, Reply.status(status), Reply.status(status));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(downloads.pauses).extracting(Duration::toSeconds).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"30 | 30", "0 | 1", "Sun, 01 Mar 2026 12:00:45 GMT | 45",
        "Sun, 01 Mar 2026 11:00:00 GMT | 1", "soon | 1"})
    void aServerThatIsAskedTooOftenSaysHowLongToWait(String header, long seconds) throws InterruptedException {
        hub.next(vision, Reply.status(429, "Retry-After", header));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(downloads.pauses).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void aWaitOfHoursIsLeftToTheUser() {
        hub.next(vision, Reply.status(429, "Retry-After", "7200"));

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("asked for too much", "Try again in 120 minutes");
        assertThat(downloads.pauses).isEmpty();
    }

    @Test
    void aServerWhoseFaultStaysIsGivenUp() {
        for (int i = 0; i < 6; i++) {
            hub.next(vision, Reply.status(503));
        }

        assertThatExceptionOfType(DownloadException.class).isThrownBy(downloads::run)
                .withMessageContainingAll("fault of its own (status 503)", "Try again later", "goes on from there");
        assertThat(hub.requests(vision)).hasSize(6);
    }

    @Test
    void aConnectionThatStallsIsMadeAnew() throws InterruptedException {
        downloads.patient(Duration.ofMillis(700));
        hub.next(vision, Reply.stalled(size / 2, hub.end()));

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision).get(1).range()).isEqualTo("bytes=" + size / 2 + "-");
    }

    @Test
    void aServerThatSendsPieceByPieceIsFollowed() throws InterruptedException {
        hub.next(vision, (exchange, content) -> {
            exchange.sendResponseHeaders(200, content.length);
            for (int from = 0; from < content.length; from += 1000) {
                exchange.getResponseBody().write(content, from, Math.min(1000, content.length - from));
                exchange.getResponseBody().flush();
                while (from + 1000 < content.length && part.toFile().length() < from + 1000) {
                    Thread.onSpinWait();
                }
            }
        });

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision)).hasSize(1);
    }

    @Test
    void aServerThatDoesNotAnswerIsAskedAnew() throws InterruptedException {
        downloads.patient(Duration.ofMillis(700));
        hub.next(vision, (_, _) -> {
            try {
                hub.end().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        downloads.run();

        assertThat(downloads.isWhole()).isTrue();
        assertThat(hub.requests(vision)).hasSizeGreaterThan(1);
    }

    private byte[] installed(String path) {
        try {
            return Files.readAllBytes(downloads.installed().resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] content) {
        return FileHash.of(content);
    }
}
