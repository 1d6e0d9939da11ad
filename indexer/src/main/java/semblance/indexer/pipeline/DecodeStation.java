package semblance.indexer.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodedPhoto;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.metadata.MetadataReader;
import semblance.indexer.metadata.PhotoMetadata;
import semblance.indexer.pipeline.ContentsUnderWay.Claim;
import semblance.indexer.pipeline.PhotoReader.Reading;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;
import semblance.model.ImagePreprocessing;

/// From a pending file to a crop for the encoder, or to an outcome if it needs none. Used by all decode threads at once.
final class DecodeStation {
    private static final Logger LOG = LoggerFactory.getLogger(DecodeStation.class);

    /// A picture that waits for the encoder.
    ///
    /// @param width  upright, in pixels
    /// @param height upright, in pixels
    /// @param whole  whether all of the picture is there
    record Decoded(PendingFile file, FileStat stat, Fingerprint fingerprint, PhotoFormat format, int width, int height,
            boolean whole, PhotoMetadata metadata, ImageCrop crop) {
    }

    private final PhotoReader reader;
    private final PhotoDecoder decoder;
    private final MetadataReader metadata;
    private final ImagePreprocessing preprocessing;
    private final ThumbnailStore thumbnails;
    private final ByteBudget pixels;
    private final StageObserver observer;
    private final DecodeMarks marks;
    private final Consumer<Decoded> encode;
    private final VideoStation videos;
    private final BooleanSupplier giveUp;
    private final Consumer<FileOutcome> record;
    private final ContentsUnderWay contents;

    DecodeStation(ContentsUnderWay contents, PhotoReader reader,
            PhotoDecoder decoder, MetadataReader metadata, ImagePreprocessing preprocessing, ThumbnailStore thumbnails,
            ByteBudget pixels, StageObserver observer, DecodeMarks marks, Consumer<Decoded> encode, VideoStation videos,
            BooleanSupplier giveUp, Consumer<FileOutcome> record) {
        this.videos = videos;
        this.giveUp = giveUp;
        this.contents = contents;
        this.reader = reader;
        this.decoder = decoder;
        this.metadata = metadata;
        this.preprocessing = preprocessing;
        this.thumbnails = thumbnails;
        this.pixels = pixels;
        this.observer = observer;
        this.marks = marks;
        this.encode = encode;
        this.record = record;
    }

    /// Takes one file to the encoder or to the catalog; exactly one of the two.
    ///
    /// @param alone whether to decode it even if the same content is under way
    /// @param bytes that were reserved for the whole file; given back early if it is not read into memory
    /// @return whether that was done; a video may be given up in the middle, as if it had not been touched
    boolean process(PendingFile file, boolean alone, ByteBudget.Loan bytes) {
        Reading reading;
        try (var _ = observer.enter(Stage.READ)) {
            reading = reader.read(file.path());
        } catch (NoSuchFileException e) {
            record.accept(new FileOutcome.Vanished(file, isDirectoryThere(file.path())));
            return true;
        } catch (IOException e) {
            record.accept(FileFailures.unreadable(file, new FileStat(0, 0, "").unsettled(), e));
            return true;
        } catch (OutOfMemoryError e) {
            record.accept(FileFailures.noMemory(file, new FileStat(file.size(), 0, "").unsettled(), e));
            return true;
        }
        if (reading instanceof Reading.Video video) {
            bytes.close();
            return video(file, video, alone);
        }
        switch (reading) {
            case Reading.NoPicture none when file.hasPhoto() && !none.stat().isSettled() ->
                record.accept(FileFailures.changing(file, none.stat()));
            case Reading.NoPicture none -> record.accept(new FileOutcome.Skipped(file, none.stat()));
            case Reading.Sidecar(FileStat stat, byte[] xmp) ->
                record.accept(new FileOutcome.Sidecar(file, stat, metadata.readSidecar(xmp)));
            case Reading.Changing changing -> record.accept(FileFailures.changing(file, changing.stat()));
            case Reading.TooLarge large ->
                record.accept(FileFailures.tooLarge(file, large.stat(), large.format()));
            case Reading.Picture picture -> picture(file, picture, alone);
            case Reading.Video _ -> throw new IllegalStateException("handled above");
        }
        return true;
    }

    private boolean video(PendingFile file, Reading.Video video, boolean alone) {
        Optional<Fingerprint> read;
        try (var _ = observer.enter(Stage.READ); InputStream in = Files.newInputStream(file.path())) {
            read = Fingerprint.of(in, giveUp);
        } catch (IOException e) {
            record.accept(FileFailures.unreadable(file, video.stat().unsettled(), e));
            return true;
        }
        if (read.isEmpty()) {
            return false;
        }
        Fingerprint fingerprint = read.get();
        Claim claim = contents.claim(fingerprint, alone);
        if (!claim.granted()) {
            record.accept(sameContent(file, video, fingerprint, claim));
            return true;
        }
        Optional<FileOutcome> outcome = encoded(file, video, fingerprint);
        if (outcome.isEmpty() || !(outcome.get() instanceof FileOutcome.Encoded)) {
            settled(fingerprint);
        }
        outcome.ifPresent(record);
        return outcome.isPresent();
    }

    private FileOutcome sameContent(PendingFile file, Reading.Video video, Fingerprint fingerprint, Claim claim) {
        try {
            return new FileOutcome.SameContent(file, video.stat(), fingerprint,
                    claim.lacksDetail() ? Optional.of(videos.metadata(file.path())) : Optional.empty());
        } catch (IOException e) {
            return FileFailures.unreadable(file, video.stat().unsettled(), e);
        }
    }

    private Optional<FileOutcome> encoded(PendingFile file, Reading.Video video, Fingerprint fingerprint) {
        try {
            return videos.outcome(file, video, fingerprint);
        } catch (DecodeException e) {
            return Optional.of(e.reason() == DecodeException.Reason.NO_PICTURE
                    ? new FileOutcome.Skipped(file, video.stat())
                    : FileFailures.undecoded(file, video.stat(), PhotoFormat.VIDEO, e));
        } catch (NoSuchFileException e) {
            return Optional.of(new FileOutcome.Vanished(file, isDirectoryThere(file.path())));
        } catch (IOException e) {
            return Optional.of(FileFailures.unreadable(file, video.stat().unsettled(), e));
        } catch (EncodingException e) {
            return Optional.of(FileFailures.notEncoded(file, video.stat(), PhotoFormat.VIDEO, e));
        } catch (OutOfMemoryError e) {
            return Optional.of(FileFailures.noMemory(file, video.stat(), e));
        }
    }

    private static boolean isDirectoryThere(Path file) {
        Path directory = file.getParent();
        return directory != null && Files.isDirectory(directory);
    }

    private void picture(PendingFile file, Reading.Picture picture, boolean alone) {
        Fingerprint fingerprint = Fingerprint.of(picture.content());
        Claim claim = contents.claim(fingerprint, alone);
        if (!claim.granted()) {
            record.accept(new FileOutcome.SameContent(file, picture.stat(), fingerprint,
                    claim.lacksDetail() ? Optional.of(read(picture)) : Optional.empty()));
            return;
        }
        Decoded decoded;
        try (var _ = marks.enter(file.id())) {
            decoded = decode(file, picture, fingerprint);
        } catch (DecodeException e) {
            settled(fingerprint);
            record.accept(FileFailures.undecoded(file, picture.stat(), picture.format(), e));
            return;
        } catch (OutOfMemoryError e) {
            settled(fingerprint);
            record.accept(FileFailures.noMemory(file, picture.stat(), e));
            return;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            settled(fingerprint);
            record.accept(FileFailures.unusual(file, picture.stat(), picture.format(), e));
            return;
        }
        encode.accept(decoded);
    }

    /// Forgets a content that is in the catalog, or will not come there.
    void settled(Fingerprint fingerprint) {
        contents.settled(fingerprint);
    }

    private PhotoMetadata read(Reading.Picture picture) {
        try (var _ = observer.enter(Stage.METADATA)) {
            return metadata.read(picture.content());
        }
    }

    private Decoded decode(PendingFile file, Reading.Picture picture, Fingerprint fingerprint) throws DecodeException {
        int shortest = 2 * preprocessing.size();
        int longest = ThumbnailStore.LONGEST_EDGE;
        long needed = decoder.header(picture.content()).decodedBytes(shortest, longest);
        try (var _ = pixels.take(needed)) {
            DecodedPhoto photo;
            try (var _ = observer.enter(Stage.DECODE)) {
                photo = decoder.decode(picture.content(), shortest, longest);
            }
            ImageCrop crop;
            try (var _ = observer.enter(Stage.PREPROCESS)) {
                crop = preprocessing.crop(photo.image());
            }
            try (var _ = observer.enter(Stage.THUMBNAIL)) {
                thumbnails.write(fingerprint.hex(), photo.image());
            } catch (IOException e) {
                // The cache is no truth: a thumbnail that is not there is made when it is wanted.
                LOG.debug("no thumbnail for {}", file.path(), e);
            }
            return new Decoded(file, picture.stat(), fingerprint, photo.format(), photo.width(), photo.height(),
                    photo.whole(), read(picture), crop);
        }
    }
}
