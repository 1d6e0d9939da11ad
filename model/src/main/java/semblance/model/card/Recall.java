package semblance.model.card;

/// How many of a benchmark's texts find their picture among the first few hits, as published; each from 0 to 1.
///
/// @param benchmark the pictures and texts, and who measured
public record Recall(String benchmark, double r1, double r5, double r10) {
    public Recall {
        Requirement.present(benchmark, "benchmark");
        Requirement.that(0 <= r1 && r1 <= r5 && r5 <= r10 && r10 <= 1, benchmark + ": recalls do not grow from 0 to 1");
    }
}
