package semblance.indexer.index;

import java.io.IOException;

import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;

/// Lucene's usual scheduler of merges, telling when one runs.
final class WatchedMerges extends ConcurrentMergeScheduler {
    private final MergeWatch watch;

    WatchedMerges(MergeWatch watch) {
        this.watch = watch;
    }

    @Override
    protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
        Runnable end = watch.begin();
        try {
            super.doMerge(source, merge);
        } finally {
            end.run();
        }
    }
}
