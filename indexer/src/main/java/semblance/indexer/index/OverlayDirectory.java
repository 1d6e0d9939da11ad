package semblance.indexer.index;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

import org.apache.lucene.store.BaseDirectory;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.NoLockFactory;

/// A directory whose changes stay in memory: reads fall through to the files below, nothing there is ever written or
/// deleted. It lets a process that may only read bring the index of another process up to date for itself.
final class OverlayDirectory extends BaseDirectory {
    private final Directory below;
    private final Directory above = new ByteBuffersDirectory();
    private final Set<String> deleted = new HashSet<>();

    OverlayDirectory(Directory below) {
        super(NoLockFactory.INSTANCE);
        this.below = below;
    }

    @Override
    public synchronized String[] listAll() throws IOException {
        Set<String> names = new TreeSet<>(Arrays.asList(below.listAll()));
        names.removeAll(deleted);
        names.addAll(Arrays.asList(above.listAll()));
        return names.toArray(String[]::new);
    }

    private boolean isAbove(String name) throws IOException {
        return Arrays.asList(above.listAll()).contains(name);
    }

    private Directory holder(String name) throws IOException {
        if (isAbove(name)) {
            return above;
        }
        if (deleted.contains(name)) {
            throw new NoSuchFileException(name);
        }
        return below;
    }

    @Override
    public synchronized void deleteFile(String name) throws IOException {
        if (isAbove(name)) {
            above.deleteFile(name);
        } else if (!deleted.add(name)) {
            throw new NoSuchFileException(name);
        }
    }

    @Override
    public synchronized long fileLength(String name) throws IOException {
        return holder(name).fileLength(name);
    }

    @Override
    public synchronized IndexOutput createOutput(String name, IOContext context) throws IOException {
        return above.createOutput(name, context);
    }

    @Override
    public synchronized IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
            throws IOException {
        return above.createTempOutput(prefix, suffix, context);
    }

    @Override
    public void sync(Collection<String> names) {
        // Memory has nothing to make durable.
    }

    @Override
    public void syncMetaData() {
        // Memory has nothing to make durable.
    }

    @Override
    public synchronized void rename(String source, String dest) throws IOException {
        if (!isAbove(source)) {
            throw new IOException("a file of the index below is never renamed: " + source);
        }
        above.rename(source, dest);
    }

    @Override
    public synchronized IndexInput openInput(String name, IOContext context) throws IOException {
        return holder(name).openInput(name, context);
    }

    @Override
    public Set<String> getPendingDeletions() {
        return Set.of();
    }

    @Override
    public void close() throws IOException {
        isOpen = false;
        above.close();
        below.close();
    }
}
