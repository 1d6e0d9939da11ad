package semblance.indexer.pipeline;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import semblance.indexer.catalog.Catalog;
import semblance.indexer.catalog.FileStat;
import semblance.indexer.catalog.UnreadPhoto;
import semblance.indexer.decode.ContentSniffer;
import semblance.indexer.decode.DecodeLimits;
import semblance.indexer.decode.PhotoFormat;
import semblance.indexer.metadata.MetadataReader;
import semblance.indexer.metadata.PhotoMetadata;
import semblance.indexer.pipeline.IndexingProgress.Phase;
import semblance.indexer.scan.FolderScanner;

/// Reads what the photos of an older program's library say about themselves; of JPEG files only the head. Nothing is decoded
/// or encoded. Goes on where an earlier run was broken off. Used once, on the run thread.
final class MetadataFill {
    private static final Logger LOG = LoggerFactory.getLogger(MetadataFill.class);
    private static final int PAGE = 256;
    private static final int HEAD = 4096;

    private final Catalog catalog;
    private final MetadataReader reader;
    private final RunState state;
    private final BooleanSupplier yields;
    private final ContentSniffer sniffer = new ContentSniffer();

    /// @param yields whether another run waits, for which this gives way
    MetadataFill(Catalog catalog, MetadataReader reader, RunState state, BooleanSupplier yields) {
        this.catalog = catalog;
        this.reader = reader;
        this.state = state;
        this.yields = yields;
    }

    /// Reads as many as it comes to.
    void fill() {
        if (isOver()) {
            return;
        }
        List<UnreadPhoto> page = next(0);
        if (!page.isEmpty()) {
            state.found.add(catalog.read(session -> session.unread().count()));
            state.enter(Phase.READING_METADATA);
        }
        while (!page.isEmpty() && !isOver()) {
            state.passGate();
            record(page);
            page = next(page.getLast().contentId());
        }
    }

    private List<UnreadPhoto> next(long after) {
        return catalog.read(session -> session.unread().after(after, PAGE));
    }

    private void record(List<UnreadPhoto> page) {
        Map<Long, PhotoMetadata> read = new LinkedHashMap<>();
        for (UnreadPhoto photo : page) {
            if (isOver()) {
                break;
            }
            if (!read.containsKey(photo.contentId())) {
                read(photo).ifPresent(metadata -> read.put(photo.contentId(), metadata));
                state.done.increment();
            }
        }
        catalog.write(session -> {
            // A run that was asked for meanwhile waits for this one: the contents are still there.
            read.forEach(session.sidecars()::putContent);
            return read.size();
        });
    }

    /// @return nothing if the file is not the one that is known: a walk has to find out first what it is
    private Optional<PhotoMetadata> read(UnreadPhoto photo) {
        try {
            FileStat before = FolderScanner.stat(photo.path());
            if (!before.equals(photo.stat()) || before.size() > DecodeLimits.DEFAULT.maxBytes()) {
                return Optional.empty();
            }
            PhotoMetadata metadata = read(photo.path());
            return FolderScanner.stat(photo.path()).equals(before) ? Optional.of(metadata) : Optional.empty();
        } catch (IOException e) {
            LOG.debug("not read: {}", photo.path(), e);
            return Optional.empty();
        } catch (OutOfMemoryError e) {
            LOG.debug("too large for the heap as it is: {}", photo.path(), e);
            return Optional.of(PhotoMetadata.NONE);
        }
    }

    private PhotoMetadata read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] head = in.readNBytes(HEAD);
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
            return sniffer.sniff(head) == PhotoFormat.JPEG ? reader.readJpeg(whole) : reader.read(whole.readAllBytes());
        }
    }

    private boolean isOver() {
        return state.stopping() || yields.getAsBoolean();
    }
}
