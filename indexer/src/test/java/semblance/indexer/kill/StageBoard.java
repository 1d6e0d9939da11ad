package semblance.indexer.kill;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import semblance.indexer.pipeline.Stage;
import semblance.indexer.pipeline.StageObserver;

/// Which stations an indexing process is in, in a file mapped into memory by it and by the test: what it says stays
/// readable when the process is killed.
final class StageBoard implements StageObserver {
    private static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final List<Stage> STAGES = List.of(Stage.values());
    private static final int SLOT = 2 * Integer.BYTES;

    private final ByteBuffer memory;

    private StageBoard(ByteBuffer memory) {
        this.memory = memory;
    }

    static StageBoard map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return new StageBoard(channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) SLOT * STAGES.size()));
        }
    }

    @Override
    public Visit enter(Stage stage) {
        int slot = SLOT * STAGES.indexOf(stage);
        var _ = (int) INTS.getAndAdd(memory, slot + Integer.BYTES, 1);
        var _ = (int) INTS.getAndAdd(memory, slot, 1);
        return () -> {
            var _ = (int) INTS.getAndAdd(memory, slot, -1);
        };
    }

    /// How many threads are in a station.
    int inside(Stage stage) {
        return (int) INTS.getVolatile(memory, SLOT * STAGES.indexOf(stage));
    }

    /// How often a station was entered.
    int visits(Stage stage) {
        return (int) INTS.getVolatile(memory, SLOT * STAGES.indexOf(stage) + Integer.BYTES);
    }

    Set<Stage> occupied() {
        Set<Stage> occupied = EnumSet.noneOf(Stage.class);
        STAGES.stream().filter(stage -> inside(stage) > 0).forEach(occupied::add);
        return occupied;
    }
}
