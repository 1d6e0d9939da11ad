package semblance.indexer.pipeline;

import java.util.List;

import semblance.indexer.pipeline.FileOutcome.SameContent;

/// What becomes of outcomes in the catalog. Used by one thread at a time.
interface Recorder {
    /// Records a batch in one transaction.
    ///
    /// @param evidence how much the run knows of where photos have gone
    /// @return the outcomes that have to wait for more evidence
    List<SameContent> record(List<FileOutcome> batch, Evidence evidence);
}
