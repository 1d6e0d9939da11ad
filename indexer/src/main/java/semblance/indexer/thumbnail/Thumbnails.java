package semblance.indexer.thumbnail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.KnownVideo;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.decode.VideoFrame;
import semblance.indexer.decode.VideoFrames;
import semblance.indexer.decode.VideoOrder;

/// Small pictures of the library's photos, and of any others. What indexing has not left in the cache is made when it is
/// asked for, on the calling thread. Thread-safe.
public final class Thumbnails {
    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    /// The tenth of a video that is passed over: a title often.
    private static final int BEGINNING = 10;
    private static final int EDGE = ThumbnailStore.LONGEST_EDGE;

    private final Catalog catalog;
    private final ThumbnailStore store;
    private final PhotoDecoder decoder;
    private final ThumbnailEncoder encoder = new ThumbnailEncoder();

    public Thumbnails(Catalog catalog, ThumbnailStore store, PhotoDecoder decoder) {
        this.catalog = catalog;
        this.store = store;
        this.decoder = decoder;
    }

    /// The thumbnail of a photo of the library: an upright JPEG, its longest edge 512 pixels at most.
    ///
    /// @return the bytes of a whole file; nothing if there is no such photo any more
    /// @throws IOException     if neither thumbnail nor photo can be read
    /// @throws DecodeException if the photo's file is no picture any more
    public Optional<byte[]> ofPhoto(long photoId) throws IOException, DecodeException {
        Optional<String> fingerprint = catalog.read(session -> session.listing().fingerprintHex(photoId));
        if (fingerprint.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> kept = read(fingerprint.get());
        if (kept.isPresent()) {
            return kept;
        }
        Path photo = catalog.read(session -> session.photos().paths(List.of(photoId))).get(photoId);
        if (photo == null) {
            return Optional.empty();
        }
        if (PhotoDecoder.isVideo(photo)) {
            // Not kept: whether it is the video that was indexed would cost reading it.
            return Optional.of(frame(photo, cover(catalog.read(session -> session.listing().video(photoId)))));
        }
        byte[] content = Files.readAllBytes(photo);
        byte[] jpeg = encode(content);
        // A photo that was changed since it was indexed shows something else than its fingerprint says.
        if (Fingerprint.of(content).hex().equals(fingerprint.get())) {
            keep(fingerprint.get(), jpeg);
        }
        return Optional.of(jpeg);
    }

    /// The thumbnail of any picture, in the library or not; it is not kept.
    ///
    /// @throws IOException     if the file cannot be read
    /// @throws DecodeException if it is no picture that can be decoded
    public byte[] ofFile(Path picture) throws IOException, DecodeException {
        return PhotoDecoder.isVideo(picture) ? frame(picture, 0) : encode(Files.readAllBytes(picture));
    }

    /// The moment of a video of the library, as a thumbnail; it is not kept.
    ///
    /// @return the bytes of a whole file; nothing if there is no such video any more
    /// @throws IOException     if the video cannot be read
    /// @throws DecodeException if it cannot be decoded there
    public Optional<byte[]> ofMoment(long photoId, Duration moment) throws IOException, DecodeException {
        Path video = catalog.read(session -> session.photos().paths(List.of(photoId))).get(photoId);
        return video == null ? Optional.empty() : Optional.of(frame(video, moment.toMillis()));
    }

    private static long cover(Optional<KnownVideo> video) {
        return video.flatMap(KnownVideo::duration).map(duration -> duration.toMillis() / BEGINNING).orElse(0L);
    }

    private byte[] frame(Path video, long atMs) throws IOException, DecodeException {
        VideoOrder order = new VideoOrder(video, 1, EDGE, OptionalLong.of(atMs));
        try (VideoFrames frames = decoder.video(order, () -> false)) {
            VideoFrame frame = frames.next().orElseThrow(
                    () -> new DecodeException(DecodeException.Reason.DAMAGED, "There is no frame at that time."));
            frames.next(); // so that the worker is free
            return encoder.encode(frame.image());
        }
    }

    private Optional<byte[]> read(String fingerprint) throws IOException {
        Optional<Path> file = store.find(fingerprint);
        try {
            return file.isPresent() ? Optional.of(Files.readAllBytes(file.get())) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty(); // the cache was cleared at this moment
        }
    }

    private byte[] encode(byte[] content) throws IOException, DecodeException {
        return encoder.encode(decoder.decode(content, 1, EDGE).image());
    }

    private void keep(String fingerprint, byte[] jpeg) {
        try {
            store.keep(fingerprint, jpeg);
        } catch (IOException e) {
            LOG.debug("a thumbnail cannot be kept", e); // it is made again next time
        }
    }
}
