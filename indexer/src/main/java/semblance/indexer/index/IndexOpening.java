package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the index that lies at a place, in whatever state it is.
final class IndexOpening {
    private static final Logger LOG = LoggerFactory.getLogger(IndexOpening.class);
    private static final int ATTEMPTS_BESIDE_WRITER = 5;

    private IndexOpening() {
    }

    /// Opens an index.
    @FunctionalInterface
    interface Opener<I> {
        I open() throws IOException;
    }

    /// Opens it for changes; an empty one if there is none, or if it cannot be read.
    ///
    /// @throws LockObtainFailedException if another process has it open for changes
    static <I> I forWriting(Path path, Opener<I> opener) throws IOException {
        Files.createDirectories(path);
        try {
            return opener.open();
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged index, or one of a Lucene that this one does not read: both come back from the catalog. Lucene
            // throws whatever the damaged bytes lead to.
            LOG.warn("The index {} is damaged or of another version; it is built again from the catalog.",
                    path.getFileName());
            LOG.debug("the index cannot be read", e);
            deleteTree(path);
            Files.createDirectories(path);
            return opener.open();
        }
    }

    /// Opens it for this process alone, beside one that may be writing it; an empty one in memory if there is none, or if it
    /// cannot be read.
    static <I> I besideWriter(Path path, Opener<I> overlay, Opener<I> inMemory) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS_BESIDE_WRITER; attempt++) {
            try {
                return Files.isDirectory(path) && exists(path) ? overlay.open() : inMemory.open();
            } catch (IOException | RuntimeException e) {
                // Perhaps the writer has replaced its commit while this one was being opened: then the next one is there.
                LOG.debug("the index cannot be read (attempt {})", attempt, e);
            }
        }
        LOG.warn("The index {} is damaged or of another version; searching the catalog itself.", path.getFileName());
        return inMemory.open();
    }

    /// Whether a whole index lies at a place, without opening it for changes.
    static boolean exists(Path path) throws IOException {
        try (Directory directory = FSDirectory.open(path)) {
            return DirectoryReader.indexExists(directory);
        }
    }

    /// Compares all files of an index with their checksums. Opening looks at some of them only; the others would be noticed
    /// when a merge reads them, which stops the writer for good, or never.
    ///
    /// @throws IOException if one is damaged
    static void verify(SearcherManager searchers) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getLeafContexts()) {
                leaf.reader().checkIntegrity();
            }
        } finally {
            searchers.release(searcher);
        }
    }

    private static void deleteTree(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
