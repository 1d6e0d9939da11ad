package semblance.app.details;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import semblance.indexer.metadata.TimeSource;
import semblance.indexer.occasion.Occasion;

/// When something took place, in words.
public final class OccasionWords {
    /// That a photo has no others.
    public static final String ALONE = "No other photo was taken at that time.";

    private OccasionWords() {
    }

    /// From when to when; the day once, if it is one.
    public static String span(Occasion.Known occasion, Locale locale) {
        LocalDate day = occasion.from().toLocalDate();
        String begin = day(day, locale) + ", " + clock(occasion.from(), locale);
        String end = clock(occasion.to(), locale);
        if (!occasion.to().toLocalDate().equals(day)) {
            return begin + " – " + day(occasion.to().toLocalDate(), locale) + ", " + end;
        }
        return begin.endsWith(end) ? begin : begin + " – " + end;
    }

    /// Why an occasion is not known.
    public static String unknown(Occasion.TimeUnknown unknown, Locale locale) {
        if (!unknown.read()) {
            return "When this photo was taken has not been read yet. Indexing goes on with that.";
        }
        return unknown.taken().source() == TimeSource.FILE_TIME
                ? "The time when this photo was taken is not known: it does not say, and its file may be a copy."
                : "Only the day on which this photo was taken is known, "
                        + day(unknown.taken().local().toLocalDate(), locale)
                        + ", not the time.";
    }

    private static String day(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale));
    }

    private static String clock(LocalDateTime time, Locale locale) {
        return time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale));
    }
}
