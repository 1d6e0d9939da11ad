package semblance.indexer;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import semblance.indexer.concurrent.LibraryThreads;
import semblance.indexer.decode.worker.DecoderHost;
import semblance.indexer.encode.BatchSizes;
import semblance.indexer.encode.EncoderHost;
import semblance.indexer.tag.FileTagger;
import semblance.indexer.tag.FileTags;
import semblance.indexer.tag.SuggesterSource;
import semblance.indexer.tag.Vocabulary;
import semblance.model.DualEncoder;
import semblance.model.zeroshot.LabelCache;

/// Tags pictures without a library: none is opened, none is made. Thread-safe.
public final class Tagging implements AutoCloseable {
    private final LibraryThreads threads;
    private final EncoderHost encoders;
    private final FileTagger tagger;
    private final DecoderHost decoders;

    private Tagging(LibraryThreads threads, EncoderHost encoders, FileTagger tagger, DecoderHost decoders) {
        this.threads = threads;
        this.encoders = encoders;
        this.tagger = tagger;
        this.decoders = decoders;
    }

    /// Starts threads; the towers are loaded when they are needed.
    ///
    /// @param location where label embeddings are kept from one time to the next, in its cache
    public static Tagging open(LibraryLocation location, DualEncoder encoder, Vocabulary vocabulary) {
        LibraryThreads threads = LibraryThreads.start();
        EncoderHost encoders = new EncoderHost(encoder, threads.encode(), threads.query(),
                new BatchSizes(location.batches()));
        SuggesterSource source = new SuggesterSource(encoder, vocabulary, encoders::encodeText,
                new LabelCache(location.labels()));
        DecoderHost decoders = new DecoderHost(threads.decoders());
        return new Tagging(threads, encoders, new FileTagger(encoders, threads.decode(), source,
                decoders.decoder()), decoders);
    }

    /// Tags files and all pictures in folders. Returns when all is done.
    ///
    /// @param most      tags wanted at most for each, from 1
    /// @param results   called for each file on the calling thread, in the order named, as soon as it is done
    /// @param cancelled asked between files
    /// @throws semblance.model.ModelLoadException if a tower cannot be loaded
    public void tag(List<Path> filesAndFolders, int most, Consumer<FileTags> results, BooleanSupplier cancelled) {
        tagger.tag(filesAndFolders, most, results, cancelled);
    }

    @Override
    public void close() {
        encoders.close();
        threads.close();
        decoders.close();
    }
}
