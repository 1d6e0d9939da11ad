package semblance.indexer.query;

/// A part of a query with its weight.
///
/// @param weight 1 as a rule; below 0 for what photos should not show
public record Term(Subject subject, double weight) {
    /// Nothing weighs more.
    public static final double HEAVIEST = 100;

    public Term {
        if (weight == 0 || Math.abs(weight) > HEAVIEST || Double.isNaN(weight)) {
            throw new IllegalArgumentException("a weight of " + weight);
        }
    }
}
