package semblance.indexer.metadata;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.drew.metadata.exif.ExifDirectoryBase;

/// Picks from the times that a photo states the one at which it was taken.
final class CaptureTimes {
    private final Plausibility plausibility;
    private final ZoneId zone;

    CaptureTimes(Plausibility plausibility, ZoneId zone) {
        this.plausibility = plausibility;
        this.zone = zone;
    }

    /// The first that is plausible, in the order of [TimeSource].
    Optional<CaptureTime> of(ExifFields exif, IptcFields iptc, List<XmpFields> xmp, Optional<GpsFields> gps) {
        Stream<Optional<CaptureTime>> stated = Stream.of(
                exif(exif, ExifDirectoryBase.TAG_DATETIME_ORIGINAL, ExifDirectoryBase.TAG_SUBSECOND_TIME_ORIGINAL,
                        ExifDirectoryBase.TAG_TIME_ZONE_ORIGINAL, TimeSource.EXIF_ORIGINAL),
                written(xmp.stream().flatMap(packet -> packet.original().stream()).findFirst(),
                        TimeSource.XMP_ORIGINAL, plausibility::isTime),
                written(iptc.created(), TimeSource.IPTC, plausibility::isTime),
                exif(exif, ExifDirectoryBase.TAG_DATETIME_DIGITIZED, ExifDirectoryBase.TAG_SUBSECOND_TIME_DIGITIZED,
                        ExifDirectoryBase.TAG_TIME_ZONE_DIGITIZED, TimeSource.DIGITIZED),
                written(xmp.stream().flatMap(packet -> packet.digitised().stream()).findFirst(),
                        TimeSource.DIGITIZED, plausibility::isCameraTime),
                gps.flatMap(GpsFields::time).map(time -> CaptureTime.of(time, zone, TimeSource.GPS))
                        .filter(time -> plausibility.isCameraTime(time.local())),
                exif(exif, ExifDirectoryBase.TAG_DATETIME, ExifDirectoryBase.TAG_SUBSECOND_TIME,
                        ExifDirectoryBase.TAG_TIME_ZONE, TimeSource.EXIF_CHANGED));
        return stated.flatMap(Optional::stream).findFirst();
    }

    /// When a video was taken: by the clock of the phone that wrote it, or the instant in its header.
    Optional<CaptureTime> of(VideoFields video) {
        return written(video.written(), TimeSource.CONTAINER, plausibility::isCameraTime)
                .or(() -> video.header().map(date -> CaptureTime.of(date.toInstant(), zone, TimeSource.CONTAINER))
                        .filter(time -> plausibility.isCameraTime(time.local())));
    }

    private Optional<CaptureTime> exif(ExifFields exif, int tag, int fraction, int offset, TimeSource source) {
        return written(TimeText.read(exif.text(tag)), source, plausibility::isCameraTime).map(time -> {
            int nanos = TimeText.nanos(exif.text(fraction));
            LocalDateTime local = nanos == 0 ? time.local() : time.local().withNano(nanos);
            // Some phones write only the offset of the last of the three times.
            Optional<ZoneOffset> zone = time.offset().or(() -> TimeText.offset(exif.text(offset)))
                    .or(() -> TimeText.offset(exif.text(ExifDirectoryBase.TAG_TIME_ZONE)));
            return new CaptureTime(local, zone, source);
        });
    }

    private static Optional<CaptureTime> written(Optional<TimeText.Written> time, TimeSource source,
            Predicate<LocalDateTime> plausible) {
        return time.filter(stated -> plausible.test(stated.local()))
                .map(stated -> new CaptureTime(stated.local(), stated.offset(), source));
    }
}
