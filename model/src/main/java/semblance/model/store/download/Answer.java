package semblance.model.store.download;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server says of what it sends.
record Answer(int status, HttpHeaders headers, BodyQueue body) {
    private static final int WHOLE = 200;
    private static final int PART = 206;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
    private static final Pattern VERSION = Pattern.compile("\"[\\x21\\x23-\\x7e]*\"");

    static Answer of(HttpResponse<BodyQueue> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /// Whether the file comes from its first byte.
    boolean isWhole() {
        return status == WHOLE;
    }

    /// Whether the file comes from this byte on.
    boolean isRestFrom(long first) {
        return status == PART && range().filter(range -> range.group(1).equals(String.valueOf(first))).isPresent();
    }

    /// The size of the file, if it says so.
    OptionalLong size() {
        return status == PART
                ? range().map(range -> range.group(2)).filter(total -> !total.equals("*")).map(Long::parseLong)
                        .map(OptionalLong::of).orElseGet(OptionalLong::empty)
                : headers.firstValueAsLong("Content-Length");
    }

    private Optional<Matcher> range() {
        return headers.firstValue("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
    }

    /// The mark of the file's version, if it is one that stands for its very bytes.
    Optional<String> version() {
        return headers.firstValue("ETag").filter(Answer::isVersion);
    }

    /// Whether a text is such a mark: weak ones are not.
    static boolean isVersion(String text) {
        return VERSION.matcher(text).matches();
    }

    /// Whether it is a page for people, as networks send that want somebody to log in.
    boolean isPage() {
        return headers.firstValue("Content-Type").filter(type -> type.startsWith("text/html")).isPresent();
    }

    /// How long it asks to wait, if it does.
    Optional<Duration> retryAfter(Clock clock) {
        return headers.firstValue("Retry-After").flatMap(text -> {
            if (text.matches("\\d{1,9}")) {
                return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
            }
            try {
                Duration until = Duration.between(clock.instant(),
                        ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
                return Optional.of(until.isNegative() ? Duration.ZERO : until);
            } catch (DateTimeException _) {
                return Optional.empty();
            }
        });
    }
}
