package semblance.indexer.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.apache.lucene.index.FilterMergePolicy;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.MergeTrigger;
import org.apache.lucene.index.SegmentCommitInfo;
import org.apache.lucene.index.SegmentInfos;

/// Another policy's choice of merges; and segments that lack a graph are written again by themselves, one at a time, the
/// largest first. An index that has become too large for scoring everything gets its graphs this way.
final class GraphMerges extends FilterMergePolicy {
    private volatile Set<String> lacking = Set.of();

    GraphMerges(MergePolicy in) {
        super(in);
    }

    /// Names the segments that are to get a graph; at the next look for merges.
    void lacking(Set<String> segments) {
        lacking = Set.copyOf(segments);
    }

    @Override
    public MergeSpecification findMerges(MergeTrigger trigger, SegmentInfos infos, MergeContext context)
            throws IOException {
        MergeSpecification usual = in.findMerges(trigger, infos, context);
        Set<String> wanted = lacking;
        if (wanted.isEmpty()) {
            return usual;
        }
        Set<SegmentCommitInfo> merging = new HashSet<>(context.getMergingSegments());
        if (usual != null) {
            usual.merges.forEach(merge -> merging.addAll(merge.segments));
        }
        List<SegmentCommitInfo> found = infos.asList().stream().filter(info -> wanted.contains(info.info.name))
                .sorted(Comparator.comparingInt((SegmentCommitInfo info) -> info.info.maxDoc()).reversed()).toList();
        if (found.isEmpty() || found.stream().anyMatch(merging::contains)) {
            return usual;
        }
        MergeSpecification merges = usual == null ? new MergeSpecification() : usual;
        merges.add(new OneMerge(List.of(found.getFirst())));
        return merges;
    }
}
