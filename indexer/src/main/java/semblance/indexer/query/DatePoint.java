package semblance.indexer.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day, month or year, fixed or as long ago as it is said.
public sealed interface DatePoint {
    /// The first day of it.
    ///
    /// @param today where the user is
    LocalDate first(LocalDate today);

    /// The last day of it.
    LocalDate last(LocalDate today);

    /// As it is typed.
    String word();

    /// A year.
    record Year(int year) implements DatePoint {
        @Override
        public LocalDate first(LocalDate today) {
            return LocalDate.of(year, 1, 1);
        }

        @Override
        public LocalDate last(LocalDate today) {
            return LocalDate.of(year, 12, 31);
        }

        @Override
        public String word() {
            return String.format(Locale.ROOT, "%04d", year);
        }
    }

    /// A month.
    record Month(YearMonth month) implements DatePoint {
        @Override
        public LocalDate first(LocalDate today) {
            return month.atDay(1);
        }

        @Override
        public LocalDate last(LocalDate today) {
            return month.atEndOfMonth();
        }

        @Override
        public String word() {
            return month.toString();
        }
    }

    /// A day.
    record Day(LocalDate day) implements DatePoint {
        @Override
        public LocalDate first(LocalDate today) {
            return day;
        }

        @Override
        public LocalDate last(LocalDate today) {
            return day;
        }

        @Override
        public String word() {
            return day.toString();
        }
    }

    /// A day by its name.
    enum Named implements DatePoint {
        TODAY, YESTERDAY;

        @Override
        public LocalDate first(LocalDate today) {
            return this == TODAY ? today : today.minusDays(1);
        }

        @Override
        public LocalDate last(LocalDate today) {
            return first(today);
        }

        @Override
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The day that lies so far back.
    ///
    /// @param amount from 1
    /// @param unit   [ChronoUnit#DAYS], [ChronoUnit#WEEKS], [ChronoUnit#MONTHS] or [ChronoUnit#YEARS]
    record Ago(int amount, ChronoUnit unit) implements DatePoint {
        @Override
        public LocalDate first(LocalDate today) {
            return today.minus(switch (unit) {
                case DAYS -> Period.ofDays(amount);
                case WEEKS -> Period.ofWeeks(amount);
                case MONTHS -> Period.ofMonths(amount);
                default -> Period.ofYears(amount);
            });
        }

        @Override
        public LocalDate last(LocalDate today) {
            return first(today);
        }

        @Override
        public String word() {
            return amount + unit.name().substring(0, 1).toLowerCase(Locale.ROOT);
        }
    }

    /// The point that a text is, if it is one.
    static Optional<DatePoint> of(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        for (Named named : Named.values()) {
            if (named.word().equals(word)) {
                return Optional.of(named);
            }
        }
        Matcher ago = Pattern.compile("([1-9]\\d{0,3})([dwmy])").matcher(word);
        if (ago.matches()) {
            return Optional.of(new Ago(Integer.parseInt(ago.group(1)), switch (ago.group(2)) {
                case "d" -> ChronoUnit.DAYS;
                case "w" -> ChronoUnit.WEEKS;
                case "m" -> ChronoUnit.MONTHS;
                default -> ChronoUnit.YEARS;
            }));
        }
        return fixed(word);
    }

    private static Optional<DatePoint> fixed(String word) {
        Matcher parts = Pattern.compile("([1-9]\\d{3})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?").matcher(word);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(parts.group(1));
        if (parts.group(2) == null) {
            return Optional.of(new Year(year));
        }
        int month = Integer.parseInt(parts.group(2));
        try {
            return Optional.of(parts.group(3) == null
                    ? new Month(YearMonth.of(year, month))
                    : new Day(LocalDate.of(year, month, Integer.parseInt(parts.group(3)))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
