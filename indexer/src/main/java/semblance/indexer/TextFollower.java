package semblance.indexer;

import java.util.function.BooleanSupplier;

import semblance.indexer.concurrent.SingleThread;
import semblance.indexer.index.TextView;
import semblance.indexer.pipeline.PhotoFollower;

/// Keeps the index of texts in step with the photos that runs record.
final class TextFollower implements PhotoFollower {
    private final TextView texts;
    private final SingleThread writeThread;

    TextFollower(TextView texts, SingleThread writeThread) {
        this.texts = texts;
        this.writeThread = writeThread;
    }

    @Override
    public void follow(BooleanSupplier stopping) {
        texts.follow();
        writeThread.call(() -> {
            texts.commit();
            return true;
        });
    }
}
