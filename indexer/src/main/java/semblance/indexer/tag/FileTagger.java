package semblance.indexer.tag;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import semblance.indexer.catalog.SuggestedTag;
import semblance.indexer.decode.DecodeException;
import semblance.indexer.decode.PhotoDecoder;
import semblance.indexer.encode.EncodedImage;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.encode.VideoEncoder;
import semblance.indexer.tag.CropReader.Outcome;
import semblance.model.EncodingException;
import semblance.model.ImageCrop;

/// Tags pictures that need not be in any library, reading them only. Files are decoded by several threads while others
/// are encoded, in batches. Thread-safe.
public final class FileTagger {
    private static final int BATCH = 8;
    private static final int AHEAD = 4 * BATCH;

    private final EncoderHost encoders;
    private final Executor decode;
    private final SuggesterSource source;
    private final CropReader crops;
    private final VideoEncoder videos;

    /// Makes a tagger.
    ///
    /// @param decode of several threads
    /// @param decoder the caller's to keep while this is used
    public FileTagger(EncoderHost encoders, Executor decode, SuggesterSource source, PhotoDecoder decoder) {
        this.encoders = encoders;
        this.decode = decode;
        this.source = source;
        this.crops = new CropReader(encoders.preprocessing(), decoder);
        this.videos = new VideoEncoder(encoders, decoder);
    }

    /// Tags a picture in memory.
    ///
    /// @param content a whole file
    /// @param most    tags wanted at most, from 1
    /// @return most certain first; none if no label is certain enough
    /// @throws DecodeException                     if it is no picture that can be read
    /// @throws semblance.model.ModelLoadException if a tower cannot be loaded
    public List<SuggestedTag> tag(byte[] content, int most) throws DecodeException {
        return switch (encoders.encodeImages(List.of(crops.crop(content))).getFirst()) {
            case EncodedImage.Succeeded succeeded -> source.get().suggest(succeeded.embedding(), most);
            case EncodedImage.Failed failed -> throw new DecodeException(DecodeException.Reason.DAMAGED,
                    notEncoded(failed));
        };
    }

    /// Tags one file, reading it on the calling thread.
    ///
    /// @param most tags wanted at most, from 1
    /// @throws semblance.model.ModelLoadException if a tower cannot be loaded
    public FileTags tag(Path file, int most) {
        Path path = file.toAbsolutePath().normalize();
        return switch (crops.read(new PictureFile(path, true))) {
            case Outcome.Crop picture ->
                tags(path, encoders.encodeImages(List.of(picture.crop())).getFirst(), source.get(), most);
            case Outcome.Video _ -> video(path, source.get(), most);
            case Outcome.Unusable bad -> new FileTags.Failed(path, bad.reason());
            case Outcome.NoPicture _ -> throw new IllegalStateException("a named file is a picture or unusable");
        };
    }

    /// Tags files, and the pictures in folders and those below. What is no picture is passed over in folders, and a
    /// failure if it was named itself. Returns when all is done.
    ///
    /// @param most      tags wanted at most for each, from 1
    /// @param results   called for each file on the calling thread, in the order named, as soon as it is done
    /// @param cancelled asked between files; what has not begun then is left out
    /// @throws semblance.model.ModelLoadException if a tower cannot be loaded
    public void tag(List<Path> filesAndFolders, int most, Consumer<FileTags> results, BooleanSupplier cancelled) {
        Batches batches = new Batches(source.get(), most, results);
        new PictureFiles().each(filesAndFolders, batches::add, results::accept, cancelled);
        batches.finish();
    }

    private FileTags video(Path path, TagSuggester suggester, int most) {
        try {
            return new FileTags.Tagged(path, suggester.suggest(videos.encode(path), most));
        } catch (DecodeException | EncodingException e) {
            return new FileTags.Failed(path, String.valueOf(e.getMessage()));
        }
    }

    private static FileTags tags(Path path, EncodedImage image, TagSuggester suggester, int most) {
        return switch (image) {
            case EncodedImage.Succeeded done -> new FileTags.Tagged(path, suggester.suggest(done.embedding(), most));
            case EncodedImage.Failed failed -> new FileTags.Failed(path, notEncoded(failed));
        };
    }

    private static String notEncoded(EncodedImage.Failed failed) {
        return "No usable embedding can be made of it: " + failed.message();
    }

    /// A file being read.
    private record Reading(Path path, CompletableFuture<Outcome> outcome) {
    }

    /// Files under way, first to last.
    private final class Batches {
        private final TagSuggester suggester;
        private final int most;
        private final Consumer<FileTags> results;
        private final Deque<Reading> readings = new ArrayDeque<>();

        Batches(TagSuggester suggester, int most, Consumer<FileTags> results) {
            this.suggester = suggester;
            this.most = most;
            this.results = results;
        }

        void add(PictureFile file) {
            readings.add(
                    new Reading(file.path(), CompletableFuture.supplyAsync(() -> crops.read(file), decode)));
            if (readings.size() >= AHEAD) {
                encode();
            }
        }

        void finish() {
            while (!readings.isEmpty()) {
                encode();
            }
        }

        /// The oldest readings: as many as make a batch.
        private void encode() {
            List<Reading> batch = new ArrayList<>();
            List<ImageCrop> pictures = new ArrayList<>();
            while (pictures.size() < BATCH && !readings.isEmpty()) {
                Reading reading = readings.remove();
                batch.add(reading);
                if (reading.outcome().join() instanceof Outcome.Crop picture) {
                    pictures.add(picture.crop());
                }
            }
            Deque<EncodedImage> encoded = new ArrayDeque<>(
                    pictures.isEmpty() ? List.of() : encoders.encodeImages(pictures));
            for (Reading reading : batch) {
                switch (reading.outcome().join()) {
                    case Outcome.Crop _ -> results.accept(tags(reading.path(), encoded.remove(), suggester, most));
                    case Outcome.Video _ -> results.accept(video(reading.path(), suggester, most));
                    case Outcome.Unusable bad -> results.accept(new FileTags.Failed(reading.path(), bad.reason()));
                    case Outcome.NoPicture _ -> {
                        // nobody asked for it
                    }
                }
            }
        }
    }
}
