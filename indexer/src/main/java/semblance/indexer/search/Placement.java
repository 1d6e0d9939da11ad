package semblance.indexer.search;

/// Where one photo stands in the answer to a query.
///
/// @param rank     from 1, as if all photos were listed
/// @param of       photos that can be found
/// @param score    the cosine, from -1 to 1; not a number if nothing is compared ([Why#FITS])
/// @param relevant whether it counts as showing what was asked for, by the strictness asked for
/// @param cut      the least score of photos that do
/// @param why      it stands there
public record Placement(long rank, long of, double score, boolean relevant, double cut, Why why) {
}
