package semblance.indexer.metadata;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The time that phones and programs put into the names of files: `IMG_20190203_101112`, `PXL_20201231_225959123`,
/// `Screenshot_2020-05-06-07-08-09`, `signal-2021-03-04-050607`, `2019-02-03 10.11.12`, `IMG-20190203-WA0001`.
final class FileNameTime {
    // Not within a longer number, which is a serial number or the like. Years of digital cameras and phones only.
    private static final String DAY = "(?<![0-9])((?:19[89]|20[0-9])\\d)([-_. ]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12]\\d|3[01])";
    private static final String TIME = "([01]\\d|2[0-3])([-_.:h ]?)([0-5]\\d)(?:\\6|m)([0-5]\\d)(?:[-_.]?(\\d{3}))?(?![0-9])";
    private static final Pattern DAY_AND_TIME = Pattern.compile(DAY + "(?:[-_. T]|, | at | um | à |_at_)?" + TIME);
    /// Screenshots of macOS.
    private static final Pattern TWELVE_HOURS = Pattern
            .compile(DAY + " at (0?[1-9]|1[0-2])\\.([0-5]\\d)\\.([0-5]\\d)[ \\x{a0}\\x{202f}]([AaPp])[Mm]");
    /// WeChat and Facebook count milliseconds.
    private static final Pattern MILLIS = Pattern.compile("^(?:mmexport|wx_camera_|FB_IMG_)(1\\d{12})(?![0-9])");
    private static final Pattern DAY_ALONE = Pattern.compile(DAY + "(?![0-9])");
    /// Google's camera names its photos by UTC.
    private static final Pattern BY_UTC = Pattern.compile("^PXL_\\d{8}_.*", Pattern.CASE_INSENSITIVE);

    private final ZoneId zone;
    private final Plausibility plausibility;

    FileNameTime(ZoneId zone, Plausibility plausibility) {
        this.zone = zone;
        this.plausibility = plausibility;
    }

    /// The time in a name, if there is one; a day alone as its beginning.
    Optional<CaptureTime> of(String name) {
        Matcher millis = MILLIS.matcher(name);
        if (millis.find()) {
            return Optional.of(CaptureTime.of(Instant.ofEpochMilli(Long.parseLong(millis.group(1))), zone,
                    TimeSource.FILE_NAME)).filter(time -> plausibility.isTime(time.local()));
        }
        Matcher twelve = TWELVE_HOURS.matcher(name);
        if (twelve.find()) {
            int hour = Integer.parseInt(twelve.group(5)) % 12 + (twelve.group(8).equalsIgnoreCase("p") ? 12 : 0);
            return day(twelve).map(day -> day.atTime(hour, Integer.parseInt(twelve.group(6)),
                    Integer.parseInt(twelve.group(7)))).filter(plausibility::isTime)
                    .map(local -> new CaptureTime(local, Optional.empty(), TimeSource.FILE_NAME));
        }
        Matcher whole = DAY_AND_TIME.matcher(name);
        if (whole.find()) {
            Optional<LocalDateTime> time = day(whole).map(day -> day.atTime(LocalTime.of(
                    Integer.parseInt(whole.group(5)), Integer.parseInt(whole.group(7)),
                    Integer.parseInt(whole.group(8)), TimeText.nanos(whole.group(9)))))
                    .filter(plausibility::isTime);
            if (time.isPresent()) {
                return time.map(local -> BY_UTC.matcher(name).matches()
                        ? CaptureTime.of(local.toInstant(ZoneOffset.UTC), zone, TimeSource.FILE_NAME)
                        : new CaptureTime(local, Optional.empty(), TimeSource.FILE_NAME));
            }
        }
        Matcher alone = DAY_ALONE.matcher(name);
        return alone.find()
                ? day(alone).map(LocalDate::atStartOfDay).filter(plausibility::isTime)
                        .map(local -> new CaptureTime(local, Optional.empty(), TimeSource.FILE_NAME_DAY))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(3)),
                    Integer.parseInt(matcher.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty(); // a 31 June: some other number
        }
    }
}
