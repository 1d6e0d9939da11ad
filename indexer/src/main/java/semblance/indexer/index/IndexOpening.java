package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

import org.apache.lucene.store.LockObtainFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the index that lies at a place, in whatever state it is.
final class IndexOpening {
    private static final Logger LOG = LoggerFactory.getLogger(IndexOpening.class);
    private static final int ATTEMPTS_BESIDE_WRITER = 5;

    private IndexOpening() {
    }

    /// Opens it for changes; an empty one if there is none, or if it cannot be read.
    ///
    /// @throws LockObtainFailedException if another process has it open for changes
    static VectorIndex forWriting(Path path, int exactUpTo, MergeWatch watch) throws IOException {
        Files.createDirectories(path);
        try {
            return VectorIndex.open(path, exactUpTo, watch);
        } catch (LockObtainFailedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // A damaged index, or one of a Lucene that this one does not read: both come back from the catalog. Lucene
            // throws whatever the damaged bytes lead to.
            LOG.warn("The index is damaged or of another version; it is built again from the catalog.");
            LOG.debug("the index cannot be read", e);
            deleteTree(path);
            Files.createDirectories(path);
            return VectorIndex.open(path, exactUpTo, watch);
        }
    }

    /// Opens it for this process alone, beside one that may be writing it; an empty one in memory if there is none, or if it
    /// cannot be read.
    static VectorIndex besideWriter(Path path) throws IOException {
        for (int attempt = 1; attempt <= ATTEMPTS_BESIDE_WRITER; attempt++) {
            try {
                return Files.isDirectory(path) && VectorIndex.exists(path)
                        ? VectorIndex.openOverlay(path, VectorIndex.EXACT_UP_TO)
                        : VectorIndex.inMemory(VectorIndex.EXACT_UP_TO);
            } catch (IOException | RuntimeException e) {
                // Perhaps the writer has replaced its commit while this one was being opened: then the next one is there.
                LOG.debug("the index cannot be read (attempt {})", attempt, e);
            }
        }
        LOG.warn("The index is damaged or of another version; searching the catalog itself.");
        return VectorIndex.inMemory(VectorIndex.EXACT_UP_TO);
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
