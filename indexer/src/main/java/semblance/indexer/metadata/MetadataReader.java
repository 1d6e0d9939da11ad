package semblance.indexer.metadata;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.drew.imaging.ImageProcessingException;
import com.drew.imaging.quicktime.QuickTimeMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.decode.ContentSniffer;
import semblance.indexer.decode.PhotoFormat;

/// Reads what photos and sidecars say about themselves. What is garbled is left out and is no error: a photo is worth
/// finding without it. Thread-safe.
public final class MetadataReader {
    /// Raised when more is read: photos read by an older one are read again.
    public static final int VERSION = 2;
    private static final Logger LOG = LoggerFactory.getLogger(MetadataReader.class);

    private final ContentSniffer sniffer = new ContentSniffer();
    private final Plausibility plausibility;
    private final ZoneId zone;

    /// @param clock what lies ahead of it was not taken yet
    /// @param zone  where the user is: for times of which only the instant is known
    public MetadataReader(Clock clock, ZoneId zone) {
        this.plausibility = new Plausibility(clock);
        this.zone = zone;
    }

    /// Reads a photo.
    ///
    /// @param content all of its bytes
    public PhotoMetadata read(byte[] content) {
        PhotoFormat format = sniffer.sniff(content);
        return read(() -> Containers.read(content, format));
    }

    /// Reads a JPEG photo up to where its picture begins.
    ///
    /// @param in left open
    /// @throws IOException if it cannot be read, or ends too early
    public PhotoMetadata readJpeg(InputStream in) throws IOException {
        WatchedStream watched = new WatchedStream(in);
        PhotoMetadata read = read(() -> Containers.jpeg(new BufferedInputStream(watched)));
        watched.rethrow();
        return read;
    }

    /// Reads what the container of a video says, if it is QuickTime's or MP4: when, where and with what it was taken. Its
    /// pictures and sound are passed over.
    ///
    /// @param in left open
    public PhotoMetadata readVideo(InputStream in) {
        try {
            // What brand a file claims decides nothing: the boxes of the two formats are the same, and each reader knows some.
            InputStream boxes = new BufferedInputStream(in);
            VideoFields fields = new VideoFields(QuickTimeMetadataReader.readMetadata(boxes));
            return new PhotoMetadata(new CaptureTimes(plausibility, zone).of(fields), fields.camera(), "",
                    Exposure.NONE, fields.place(), fields.annotations());
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            // As for photos.
            LOG.debug("metadata of a video that cannot be read", e);
            return PhotoMetadata.NONE;
        }
    }

    /// Reads an XMP sidecar.
    public SidecarMetadata readSidecar(byte[] xmp) {
        return XmpPacket.parse(xmp).map(XmpFields::new)
                .map(fields -> new SidecarMetadata(
                        fields.original().or(fields::digitised).filter(time -> plausibility.isTime(time.local()))
                                .map(time -> new CaptureTime(time.local(), time.offset(), TimeSource.SIDECAR)),
                        fields.place(), fields.annotations()))
                .orElse(SidecarMetadata.NONE);
    }

    private interface Source {
        EmbeddedData get() throws IOException, ImageProcessingException;
    }

    private PhotoMetadata read(Source source) {
        try {
            return metadata(source.get());
        } catch (IOException | ImageProcessingException e) {
            LOG.debug("no metadata", e);
        } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
            // The readers trust lengths and nesting that a damaged or hostile file states; where assertions are on, they assert
            // some. A single allocation that is refused
            // leaves the heap as it was.
            LOG.debug("metadata that cannot be read", e);
        }
        return PhotoMetadata.NONE;
    }

    private PhotoMetadata metadata(EmbeddedData data) {
        ExifFields exif = new ExifFields(data.exifAndIptc());
        IptcFields iptc = new IptcFields(data.exifAndIptc());
        List<XmpFields> xmp = data.xmp().stream().map(XmpFields::new).toList();
        Optional<GpsFields> gps = Optional
                .ofNullable(data.exifAndIptc().getFirstDirectoryOfType(GpsDirectory.class)).map(GpsFields::new);
        Annotations written = Stream.concat(xmp.stream().map(XmpFields::annotations),
                Stream.of(iptc.annotations(), exif.annotations(), data.texts()))
                .reduce(Annotations.NONE, Annotations::orElse);
        return new PhotoMetadata(new CaptureTimes(plausibility, zone).of(exif, iptc, xmp, gps),
                firstOf(exif.camera(), xmp.stream().map(XmpFields::camera)),
                firstOf(exif.lens(), xmp.stream().map(XmpFields::lens)),
                xmp.stream().map(XmpFields::exposure).reduce(exif.exposure(), Exposure::orElse),
                gps.flatMap(GpsFields::place).or(() -> xmp.stream().flatMap(fields -> fields.place().stream())
                        .findFirst()),
                written);
    }

    private static String firstOf(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

}
