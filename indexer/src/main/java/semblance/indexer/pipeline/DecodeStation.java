package semblance.indexer.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.Failure;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.Fingerprint;
import semblance.indexer.catalog.PendingFile;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.DecodedPhoto;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.metadata.MetadataReader;
import semblance.indexer.metadata.PhotoMetadata;
import semblance.indexer.pipeline.PhotoReader.Reading;
import semblance.indexer.thumbnail.ThumbnailStore;
import semblance.model.EmbeddingSpace;
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

    private final Catalog catalog;
    private final EmbeddingSpace space;
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
    private final FormerPlaces formerPlaces;
    /// Contents between here and the catalog, so that of identical files one is encoded and the others wait for it.
    private final Set<Fingerprint> underWay = ConcurrentHashMap.newKeySet();

    DecodeStation(Catalog catalog, FormerPlaces formerPlaces, EmbeddingSpace space, PhotoReader reader,
            PhotoDecoder decoder, MetadataReader metadata, ImagePreprocessing preprocessing, ThumbnailStore thumbnails,
            ByteBudget pixels, StageObserver observer, DecodeMarks marks, Consumer<Decoded> encode, VideoStation videos,
            BooleanSupplier giveUp, Consumer<FileOutcome> record) {
        this.videos = videos;
        this.giveUp = giveUp;
        this.catalog = catalog;
        this.space = space;
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
        this.formerPlaces = formerPlaces;
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
            record.accept(unreadable(file, new FileStat(0, 0, "").unsettled(), e));
            return true;
        } catch (OutOfMemoryError e) {
            record.accept(noMemory(file, new FileStat(file.size(), 0, "").unsettled(), e));
            return true;
        }
        if (reading instanceof Reading.Video video) {
            bytes.close();
            return video(file, video, alone);
        }
        switch (reading) {
            case Reading.NoPicture none when file.hasPhoto() && !none.stat().isSettled() ->
                record.accept(changing(file, none.stat()));
            case Reading.NoPicture none -> record.accept(new FileOutcome.Skipped(file, none.stat()));
            case Reading.Sidecar(FileStat stat, byte[] xmp) ->
                record.accept(new FileOutcome.Sidecar(file, stat, metadata.readSidecar(xmp)));
            case Reading.Changing changing -> record.accept(changing(file, changing.stat()));
            case Reading.TooLarge large ->
                record.accept(new FileOutcome.Failed(file, large.stat(), Failure.Kind.TOO_LARGE,
                        "With " + (large.stat().size() >> 20) + " MiB it is larger than any photo read here.", false));
            case Reading.Picture picture -> picture(file, picture, alone);
            case Reading.Video _ -> throw new IllegalStateException("handled above");
        }
        return true;
    }

    private static FileOutcome unreadable(PendingFile file, FileStat stat, IOException e) {
        LOG.debug("cannot be read: {}", file.path(), e);
        return new FileOutcome.Failed(file, stat, Failure.Kind.UNREADABLE,
                "It cannot be read: " + reason(e) + ". Check its permissions and its drive.", true);
    }

    private boolean video(PendingFile file, Reading.Video video, boolean alone) {
        Optional<Fingerprint> read;
        try (var _ = observer.enter(Stage.READ); InputStream in = Files.newInputStream(file.path())) {
            read = Fingerprint.of(in, giveUp);
        } catch (IOException e) {
            record.accept(unreadable(file, video.stat().unsettled(), e));
            return true;
        }
        if (read.isEmpty()) {
            return false;
        }
        Fingerprint fingerprint = read.get();
        formerPlaces.look(fingerprint);
        boolean first = underWay.add(fingerprint);
        Known known = known(fingerprint);
        if ((!alone && !first) || known.encoded()) {
            if (first) {
                settled(fingerprint);
            }
            record.accept(sameContent(file, video, fingerprint, known));
            return true;
        }
        Optional<FileOutcome> outcome = encoded(file, video, fingerprint);
        if (outcome.isEmpty() || !(outcome.get() instanceof FileOutcome.Encoded)) {
            settled(fingerprint);
        }
        outcome.ifPresent(record);
        return outcome.isPresent();
    }

    private FileOutcome sameContent(PendingFile file, Reading.Video video, Fingerprint fingerprint, Known known) {
        try {
            return new FileOutcome.SameContent(file, video.stat(), fingerprint,
                    known.encoded() && !known.read() ? Optional.of(videos.metadata(file.path())) : Optional.empty());
        } catch (IOException e) {
            return unreadable(file, video.stat().unsettled(), e);
        }
    }

    private Optional<FileOutcome> encoded(PendingFile file, Reading.Video video, Fingerprint fingerprint) {
        try {
            return videos.outcome(file, video, fingerprint);
        } catch (DecodeException e) {
            return Optional.of(e.reason() == DecodeException.Reason.NO_PICTURE
                    ? new FileOutcome.Skipped(file, video.stat())
                    : failed(file, video.stat(), e));
        } catch (NoSuchFileException e) {
            return Optional.of(new FileOutcome.Vanished(file, isDirectoryThere(file.path())));
        } catch (IOException e) {
            return Optional.of(unreadable(file, video.stat().unsettled(), e));
        } catch (EncodingException e) {
            return Optional.of(new FileOutcome.Failed(file, video.stat(), Failure.Kind.NOT_ENCODED,
                    String.valueOf(e.getMessage()), false));
        } catch (OutOfMemoryError e) {
            return Optional.of(noMemory(file, video.stat(), e));
        }
    }

    private static FileOutcome failed(PendingFile file, FileStat stat, DecodeException e) {
        return new FileOutcome.Failed(file, stat, kind(e.reason()), String.valueOf(e.getMessage()),
                e.reason() == DecodeException.Reason.UNAVAILABLE);
    }

    private static boolean isDirectoryThere(Path file) {
        Path directory = file.getParent();
        return directory != null && Files.isDirectory(directory);
    }

    /// A photo that is emptied to be saved anew, too: it must not be taken for a file that is no picture any more.
    static FileOutcome changing(PendingFile file, FileStat stat) {
        return new FileOutcome.Failed(file, stat, Failure.Kind.CHANGING,
                "It was being written while it was read. It is read again next time.", true);
    }

    private void picture(PendingFile file, Reading.Picture picture, boolean alone) {
        Fingerprint fingerprint = Fingerprint.of(picture.content());
        formerPlaces.look(fingerprint);
        boolean first = underWay.add(fingerprint);
        Known known = known(fingerprint);
        if ((!alone && !first) || known.encoded()) {
            if (first) {
                settled(fingerprint);
            }
            record.accept(new FileOutcome.SameContent(file, picture.stat(), fingerprint,
                    known.encoded() && !known.read() ? Optional.of(read(picture)) : Optional.empty()));
            return;
        }
        Decoded decoded;
        try (var _ = marks.enter(file.id())) {
            decoded = decode(file, picture, fingerprint);
        } catch (DecodeException e) {
            settled(fingerprint);
            record.accept(failed(file, picture.stat(), e));
            return;
        } catch (OutOfMemoryError e) {
            settled(fingerprint);
            record.accept(noMemory(file, picture.stat(), e));
            return;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // A gap in a decoder: it must not keep all other photos out of the library.
            LOG.warn("a picture of {} bytes cannot be decoded", picture.content().length, e);
            settled(fingerprint);
            record.accept(new FileOutcome.Failed(file, picture.stat(), Failure.Kind.DAMAGED,
                    "The program stumbles over something unusual in it (" + e.getClass().getSimpleName()
                            + "). Saving it anew with another program may help.",
                    false));
            return;
        }
        encode.accept(decoded);
    }

    /// A single allocation for this file that was refused; the heap itself is as before.
    private static FileOutcome noMemory(PendingFile file, FileStat stat, OutOfMemoryError e) {
        LOG.warn("not enough memory for one file of {} bytes", file.size(), e);
        return new FileOutcome.Failed(file, stat, Failure.Kind.TOO_LARGE,
                "There is not enough memory to decode it.", false);
    }

    /// Forgets a content that is in the catalog, or will not come there.
    void settled(Fingerprint fingerprint) {
        underWay.remove(fingerprint);
    }

    /// What the catalog has of a content.
    private record Known(boolean encoded, boolean read) {
    }

    private Known known(Fingerprint fingerprint) {
        return catalog.read(session -> {
            Optional<Long> spaceId = session.embeddings().knownSpace(space);
            Optional<Long> content = session.embeddings().content(fingerprint);
            return new Known(spaceId.isPresent() && content.isPresent()
                    && session.embeddings().has(content.get(), spaceId.get()),
                    content.isPresent() && session.metadata().has(content.get()));
        });
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

    private static Failure.Kind kind(DecodeException.Reason reason) {
        return switch (reason) {
            case UNSUPPORTED, NO_PICTURE -> Failure.Kind.UNSUPPORTED;
            case DAMAGED -> Failure.Kind.DAMAGED;
            case TOO_LARGE -> Failure.Kind.TOO_LARGE;
            case CRASHED -> Failure.Kind.CRASHED;
            case UNAVAILABLE -> Failure.Kind.UNREADABLE;
        };
    }

    private static String reason(IOException e) {
        return e instanceof AccessDeniedException
                ? "access is denied"
                : e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
