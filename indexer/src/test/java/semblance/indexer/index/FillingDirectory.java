package semblance.indexer.index;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A directory on a disk with room for so many bytes.
final class FillingDirectory extends FilterDirectory {
    private final AtomicLong room;

    /// @param room in bytes; may be changed at any time
    FillingDirectory(Directory in, AtomicLong room) {
        super(in);
        this.room = room;
    }

    private void take(long bytes) throws IOException {
        if (room.get() < bytes) {
            room.set(0);
            throw new IOException("No space left on device");
        }
        room.addAndGet(-bytes);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        return filling(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
        return filling(super.createTempOutput(prefix, suffix, context));
    }

    private IndexOutput filling(IndexOutput output) throws IOException {
        take(1);
        return new FilterIndexOutput("filling", output.getName(), output) {
            @Override
            public void writeByte(byte single) throws IOException {
                take(1);
                super.writeByte(single);
            }

            @Override
            public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                take(length);
                super.writeBytes(bytes, offset, length);
            }
        };
    }
}
