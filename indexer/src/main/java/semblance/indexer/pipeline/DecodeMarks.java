package semblance.indexer.pipeline;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which files are being decoded at this moment, in a small file that is mapped into memory: when native code or the system
/// ends the process, the next one reads there at which files that was. Costs a store into memory a file.
///
/// Thread-safe.
public final class DecodeMarks implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(DecodeMarks.class);
    private static final ValueLayout.OfLong SLOT = ValueLayout.JAVA_LONG;
    private static final int SLOTS = 512;

    private final Arena arena = Arena.ofShared();
    private final @Nullable MemorySegment memory;
    private final List<Long> left;
    private final Queue<Integer> free = new ConcurrentLinkedQueue<>();

    private DecodeMarks(@Nullable Path file) {
        @Nullable
        MemorySegment mapped = null;
        if (file != null) {
            try {
                mapped = map(file);
            } catch (IOException e) {
                LOG.warn("Files that end the program will not be known: the data directory cannot be written.");
                LOG.debug("no marks", e);
            }
        }
        this.memory = mapped;
        this.left = marked();
        for (int slot = 0; slot < SLOTS; slot++) {
            free.add(slot);
        }
    }

    /// Opens the file, making it if it is not there. Where it cannot be made nothing is marked.
    public static DecodeMarks open(Path file) {
        return new DecodeMarks(file);
    }

    /// Marks nothing.
    public static DecodeMarks none() {
        return new DecodeMarks(null);
    }

    private MemorySegment map(Path file) throws IOException {
        long size = SLOTS * SLOT.byteSize();
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            // Written, not only lengthened: on a full disk a store into a hole would end the process.
            for (long end = channel.size(); end < size; end = channel.size()) {
                channel.write(ByteBuffer.allocate((int) (size - end)), end);
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
        }
    }

    private List<Long> marked() {
        List<Long> found = new ArrayList<>();
        for (int slot = 0; memory != null && slot < SLOTS; slot++) {
            long file = memory.getAtIndex(SLOT, slot);
            if (file != 0) {
                found.add(file);
            }
        }
        return List.copyOf(found);
    }

    /// Ids of the files at which the process before this one ended; none if it came to an orderly end.
    public List<Long> left() {
        return left;
    }

    /// Forgets all marks: those left are noted elsewhere, or this process comes to an orderly end and decodes nothing.
    public void clear() {
        if (memory != null) {
            memory.fill((byte) 0);
        }
    }

    /// Marks a file until the mark is closed, which the same or another thread may do.
    Mark enter(long fileId) {
        MemorySegment slots = memory;
        Integer slot = free.poll();
        if (slots == null || slot == null) {
            return () -> {
            };
        }
        SLOT.varHandle().setVolatile(slots, slot * SLOT.byteSize(), fileId);
        return () -> {
            SLOT.varHandle().setVolatile(slots, slot * SLOT.byteSize(), 0L);
            free.add(slot);
        };
    }

    /// One file being decoded.
    @FunctionalInterface
    interface Mark extends AutoCloseable {
        @Override
        void close();
    }

    /// Leaves the file as it is. No file may be being decoded.
    @Override
    public void close() {
        arena.close();
    }
}
