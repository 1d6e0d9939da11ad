package semblance.indexer;

import java.util.function.BooleanSupplier;

import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.index.TextView;
import semblance.indexer.pipeline.PhotoFollower;

/// Everything that keeps in step with the photos that runs record: their suggested tags, and the index of their texts.
final class LibraryFollowers implements PhotoFollower {
    private final PhotoFollower tagging;
    private final TextView texts;
    private final SingleThread writeThread;

    LibraryFollowers(PhotoFollower tagging, TextView texts, SingleThread writeThread) {
        this.tagging = tagging;
        this.texts = texts;
        this.writeThread = writeThread;
    }

    @Override
    public void follow(BooleanSupplier stopping) {
        tagging.follow(stopping);
        texts.follow();
        writeThread.call(() -> {
            texts.commit();
            return true;
        });
    }
}
