package semblance.indexer.metadata;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/// Dates and times as cameras and programs write them: EXIF's `2019:02:03 10:11:12`, ISO's `2019-02-03T10:11:12.34+01:00`,
/// IPTC's `20190203` and `101112+0100`, and what lies between them.
final class TimeText {
    /// A time as it is written.
    ///
    /// @param offset where it is written too
    record Written(LocalDateTime local, Optional<ZoneOffset> offset) {
    }

    private static final String DAY = "(\\d{4})(?:[-:/. ](\\d{1,2})(?:[-:/. ](\\d{1,2}))?)?";
    private static final String TIME = "(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,](\\d{1,9}))?)?";
    private static final String OFFSET = "(Z|[+-]\\d{1,2}(?::?\\d{2})?)?";
    private static final Pattern WRITTEN = Pattern.compile("\\s*" + DAY + "(?:[T_ ]\\s*" + TIME + ")?\\s*" + OFFSET
            + "[\\s\\x00]*");
    private static final Pattern IPTC_DAY = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
    private static final Pattern IPTC_TIME = Pattern.compile("(\\d{2}):?(\\d{2}):?(\\d{2})" + OFFSET);

    private TimeText() {
    }

    /// Reads a date with or without a time. A year or month alone, as people date scans, is its first day.
    static Optional<Written> read(@Nullable String text) {
        if (text == null || text.length() > 64) {
            return Optional.empty();
        }
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? written(matcher, 4).map(local -> new Written(local, offset(matcher.group(8))))
                : Optional.empty();
    }

    /// Reads the two fields of IPTC.
    ///
    /// @param time none for midnight
    static Optional<Written> iptc(@Nullable String day, @Nullable String time) {
        Matcher date = IPTC_DAY.matcher(day == null ? "" : day.strip());
        if (!date.matches()) {
            return Optional.empty();
        }
        Matcher clock = IPTC_TIME.matcher(time == null ? "" : time.strip());
        boolean timed = clock.matches();
        return local(date.group(1), date.group(2), date.group(3), timed ? clock.group(1) : null,
                timed ? clock.group(2) : null, timed ? clock.group(3) : null, null)
                .map(local -> new Written(local, timed ? offset(clock.group(4)) : Optional.empty()));
    }

    private static Optional<LocalDateTime> written(Matcher matcher, int time) {
        return local(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(time),
                matcher.group(time + 1), matcher.group(time + 2), matcher.group(time + 3));
    }

    private static Optional<LocalDateTime> local(String year, @Nullable String month, @Nullable String day,
            @Nullable String hour, @Nullable String minute, @Nullable String second, @Nullable String fraction) {
        try {
            return Optional.of(LocalDateTime.of(Integer.parseInt(year), number(month, 1), number(day, 1),
                    number(hour, 0), number(minute, 0), Math.min(59, number(second, 0)), nanos(fraction)));
        } catch (DateTimeException e) {
            return Optional.empty(); // a 30 February, or zeros of a clock that was never set
        }
    }

    private static int number(@Nullable String digits, int otherwise) {
        return digits == null ? otherwise : Integer.parseInt(digits);
    }

    /// Decimals of a second, to the millisecond.
    ///
    /// @param digits as EXIF's SubSecTime, perhaps with blanks
    static int nanos(@Nullable String digits) {
        String clean = digits == null ? "" : digits.strip();
        return clean.matches("\\d{1,9}")
                ? Integer.parseInt((clean + "00").substring(0, 3)) * 1_000_000
                : 0;
    }

    /// An offset such as `+01:00`, `-0530`, `+2` or `Z`; none if it is no such thing.
    static Optional<ZoneOffset> offset(@Nullable String text) {
        String clean = text == null ? "" : text.strip();
        if (clean.equals("Z")) {
            return Optional.of(ZoneOffset.UTC);
        }
        Matcher matcher = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?").matcher(clean);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int minutes = 60 * Integer.parseInt(matcher.group(2)) + number(matcher.group(3), 0);
        // Clocks on earth are between 12 hours behind and 14 ahead of UTC.
        boolean real = number(matcher.group(3), 0) < 60 && minutes <= 14 * 60;
        return real
                ? Optional.of(ZoneOffset.ofTotalSeconds(60 * (matcher.group(1).equals("-") ? -minutes : minutes)))
                : Optional.empty();
    }
}
